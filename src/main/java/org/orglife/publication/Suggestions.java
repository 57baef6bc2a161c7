package org.orglife.publication;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a proposal says before anybody has typed a word: enough to be published as it is but for whom to tell. */
@Component
class Suggestions {

    private static final Pattern SUPERIOR = Pattern.compile("^(?:中共)?(.+?)(?:党委|党总支|党工委|委员会)?$");

    private final Labels labels;
    private final Roster roster;
    private final JdbcClient jdbc;

    Suggestions(Labels labels, Roster roster, JdbcClient jdbc) {
        this.labels = labels;
        this.roster = roster;
        this.jdbc = jdbc;
    }

    PublicationDetails of(BranchTask task, PublicationKind kind, LocalDate today, BranchScope scope) {
        String branch = task.getBranch().getName();
        String campaign = labels.of(task.getCampaign().getKind());
        return new PublicationDetails(
                Reach.UNIT,
                labels.text("publication.suggest.title." + kind, branch, campaign),
                labels.text("publication.suggest.intro." + kind, campaign),
                "",
                signature(task, today),
                today,
                until(task, today),
                task.getCampaign().getPolicy().publicPage());
    }

    /** The same list with its progress: who is told and who signs stays. */
    PublicationDetails again(BranchTask task, PublicationDetails former, LocalDate today, BranchScope scope) {
        PublicationDetails fresh = of(task, PublicationKind.PROGRESS, today, scope);
        return new PublicationDetails(
                former.reach(),
                fresh.title(),
                fresh.intro(),
                former.contact(),
                former.signature(),
                today,
                fresh.until(),
                former.onPage() && fresh.onPage());
    }

    /** The day after as many whole days as are asked for. */
    private static LocalDate until(BranchTask task, LocalDate today) {
        return today.plusDays(task.getCampaign().getPolicy().publicationDays());
    }

    /** 中共××支部委员会, or the branch's name where it has no committee. */
    private String signature(BranchTask task, LocalDate today) {
        OrgUnit branch = task.getBranch();
        if (roster.committeeOf(branch.getId(), today).size() < 3) {
            return branch.getName();
        }
        String superior =
                jdbc.sql("""
                        select coalesce((select p.name from org_unit p where p.id = u.parent_id), '') from org_unit u where u.id = :id
                        """).param("id", branch.getId()).query(String.class).single();
        Matcher stem = SUPERIOR.matcher(superior);
        String signature = labels.text(
                "publication.suggest.signature",
                stem.matches() ? stem.group(1) : "",
                OrgUnit.briefly(branch.getName()));
        return signature.length() > 60 ? branch.getName() : signature;
    }
}
