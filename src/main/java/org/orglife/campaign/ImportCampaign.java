package org.orglife.campaign;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportQuestion;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/**
 * Into which campaign the sheets of a workbook go: one that is there, or one entered afterwards. All sheets of a
 * workbook go into the same one; whichever asks first makes it.
 */
@Component
public class ImportCampaign {

    /** Under this name a campaign made for an import stands in its records. */
    public static final String TYPE = "Campaign";

    private static final String CAMPAIGN = "campaign";
    private static final String NEW = "new";
    private static final String TITLE = "campaign.title";
    private static final String YEAR = "campaign.year";
    private static final String KIND = "campaign.kind";
    private static final Pattern YEAR_IN_NAME = Pattern.compile("(19|20)[0-9]{2}");
    private static final int LONGEST_TITLE = 80;

    private final CampaignQuery query;
    private final CampaignService campaigns;
    private final OrgUnitService units;
    private final EntityManager entities;

    ImportCampaign(CampaignQuery query, CampaignService campaigns, OrgUnitService units, EntityManager entities) {
        this.query = query;
        this.campaigns = campaigns;
        this.units = units;
        this.entities = entities;
    }

    /** What the page asks, with the likeliest answer. */
    public Optional<ImportQuestion> question(Map<String, String> choices, String fileName, BranchScope scope) {
        List<CampaignRow> open = query.list(scope).stream()
                .filter(row -> row.state().isRunning() || row.state() == CampaignState.CLOSED)
                .toList();
        String title = titleIn(fileName);
        Matcher year = YEAR_IN_NAME.matcher(fileName);
        String yearText = year.find() ? year.group() : "";
        boolean mayMake = scope.role() == Role.PARTY_OFFICE;
        Map<String, String> answers = new HashMap<>();
        answers.put(CAMPAIGN, choices.getOrDefault(CAMPAIGN, likeliest(open, title, fileName, yearText, mayMake)));
        answers.put(TITLE, choices.getOrDefault(TITLE, title));
        answers.put(YEAR, choices.getOrDefault(YEAR, yearText));
        answers.put(
                KIND,
                choices.getOrDefault(
                        KIND, fileName.contains("专题") ? CampaignKind.THEMATIC.name() : CampaignKind.ANNUAL.name()));
        return Optional.of(new ImportQuestion(
                "campaign/import-choice",
                Map.of(
                        "campaigns", open,
                        "chosen", answers.get(CAMPAIGN),
                        "title", answers.get(TITLE),
                        "year", answers.get(YEAR),
                        "kind", answers.get(KIND),
                        "kinds", List.of(CampaignKind.values()),
                        "mayMake", mayMake),
                answers));
    }

    /** Our own exports carry the title behind the name of the unit. */
    private static String likeliest(
            List<CampaignRow> open, String title, String fileName, String year, boolean mayMake) {
        Optional<CampaignRow> same = open.stream()
                .filter(row -> row.title().equals(title) || fileName.contains(row.title()))
                .max(Comparator.comparingInt(row -> row.title().length()));
        Optional<CampaignRow> waiting = open.stream()
                .filter(row -> !row.backfilled() && !row.hasLedger())
                .filter(row -> year.isEmpty() || year.equals(String.valueOf(row.year())))
                .findFirst();
        return same.or(() -> waiting)
                .or(() -> mayMake ? Optional.empty() : open.stream().findFirst())
                .map(row -> String.valueOf(row.id()))
                .orElse(NEW);
    }

    /** 2023年度专题组织生活会台账.xlsx → 2023年度专题组织生活会. */
    private static String titleIn(String fileName) {
        String name = fileName.replaceFirst("\\.[A-Za-z]+$", "");
        int end = name.indexOf("组织生活会");
        String title = end < 0 ? name.replaceFirst("(整改)?台账.*$", "") : name.substring(0, end + "组织生活会".length());
        String strip = title.strip();
        return strip.length() > LONGEST_TITLE ? strip.substring(0, LONGEST_TITLE) : strip;
    }

    /**
     * Finds or makes the campaign. A new one is noted among what the import made, under {@link #TYPE}; it is taken back
     * with the ledger, after everything that hangs on it.
     *
     * @throws RuleViolationException {@code campaign.import.title} or {@code .year} if a new one is not named,
     *     {@code .campaign} if none was chosen
     */
    public Campaign choose(ImportContext context) {
        return context.shared(CAMPAIGN, () -> chosen(context));
    }

    private Campaign chosen(ImportContext context) {
        String chosen = context.choice(CAMPAIGN);
        if (chosen != null && chosen.matches("[0-9]{1,18}")) {
            return campaigns.get(Long.parseLong(chosen), context.scope());
        }
        if (!NEW.equals(chosen) || context.scope().role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.import.campaign");
        }
        String title = context.choice(TITLE);
        String year = context.choice(YEAR);
        if (title == null || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new RuleViolationException("campaign.import.title");
        }
        if (year == null || !year.matches("(19|20)[0-9]{2}")) {
            throw new RuleViolationException("campaign.import.year");
        }
        CampaignKind kind =
                CampaignKind.ANNUAL.name().equals(context.choice(KIND)) ? CampaignKind.ANNUAL : CampaignKind.THEMATIC;
        CampaignDetails details = new CampaignDetails(
                kind,
                false,
                title.strip(),
                Integer.parseInt(year),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.<NamedAspect>of(),
                List.<NamedAspect>of(),
                List.of(),
                List.of(),
                Policy.defaults(),
                Set.of());
        Campaign made = campaigns.backfill(units.get(context.unitId(), context.scope()), details);
        entities.flush();
        context.created(TYPE, made.getId(), Map.of(), 0);
        return made;
    }

    /** The aspect of that title; a campaign entered afterwards learns its aspects from its ledger. */
    public @Nullable Aspect aspect(Campaign campaign, AspectSubject subject, String title) {
        Optional<Aspect> known = campaign.getAspects(subject).stream()
                .filter(aspect -> aspect.getTitle().equals(title))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        return campaign.isBackfilled() ? campaigns.addAspect(campaign, subject, title) : null;
    }
}
