package org.orglife.rectification;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.ProblemAccess;
import org.orglife.problem.WritingHint;
import org.orglife.problem.WritingHints;
import org.orglife.problem.WritingHints.Earlier;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hints for whoever is writing a problem or a measure. Compared are one's own earlier lists alone: the branch's for those
 * who write for it, a member's own for him. What is sent here is read and forgotten.
 */
@Service
@Transactional(readOnly = true)
public class Writing {

    /** Longer than any field; what is beyond is refused when it is saved. */
    private static final int LONGEST = 2_000;

    private final BranchTaskService tasks;
    private final WritingHints hints;
    private final JdbcClient jdbc;

    Writing(BranchTaskService tasks, WritingHints hints, JdbcClient jdbc) {
        this.tasks = tasks;
        this.hints = hints;
        this.jdbc = jdbc;
    }

    /**
     * What there is to say about a form as far as it is written.
     *
     * @param forBranch whether it is written for the branch; otherwise for oneself
     * @param problem null where none is written
     */
    public List<WritingHint> about(
            long taskId, boolean forBranch, @Nullable String problem, List<String> measures, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        boolean ofBranch = forBranch && ProblemAccess.mayWriteForBranch(scope);
        long me = forBranch || scope.memberId() == null ? -1 : scope.memberId();
        List<WritingHint> found = new ArrayList<>();
        if (problem != null && !problem.isBlank()) {
            found.addAll(hints.ofProblem(cut(problem), earlier("p.text", "", task, ofBranch, me)));
        }
        if (measures.stream().anyMatch(measure -> !measure.isBlank())) {
            List<Earlier> before = earlier("x.text", "join measure x on x.item_id = p.id", task, ofBranch, me);
            measures.stream()
                    .filter(measure -> !measure.isBlank())
                    .forEach(measure -> found.addAll(hints.ofMeasure(cut(measure), before)));
        }
        return found.stream().distinct().toList();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private List<Earlier> earlier(String text, String join, BranchTask task, boolean ofBranch, long me) {
        return jdbc.sql("""
                        select c.title campaign, %s as text
                        from problem p
                        join campaign c on c.id = p.campaign_id
                        join campaign now on now.id = :campaign
                        %s
                        where p.branch_id = :branch and %s
                          and ((:ofBranch and p.subject_kind = 'BRANCH') or p.subject_member_id = :me)
                        order by c.year desc, c.issued_on desc, c.id desc, p.number
                        """.formatted(text, join, Cycles.EARLIER))
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("ofBranch", ofBranch)
                .param("me", me)
                .query(Earlier.class)
                .list();
    }
}
