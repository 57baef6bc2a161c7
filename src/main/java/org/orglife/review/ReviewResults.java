package org.orglife.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what a review came to (BR-52): the committee reads all names, the party office those of 优秀, 基本合格 and 不合格,
 * everybody else counts (domain 7.2). Of those who were not told yet it says only how many they are.
 */
@Component
@Transactional(readOnly = true)
public class ReviewResults {

    private final BranchTaskService tasks;
    private final ExcellentCaps caps;
    private final JdbcClient jdbc;

    ReviewResults(BranchTaskService tasks, ExcellentCaps caps, JdbcClient jdbc) {
        this.tasks = tasks;
        this.caps = caps;
        this.jdbc = jdbc;
    }

    private record Known(@Nullable Grade grade, String name, boolean told) {}

    /**
     * The result of a task; nobody is in it where its campaign asks for no review.
     *
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     */
    public ReviewResult of(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        List<Known> known =
                jdbc.sql("""
                        select r.grade, m.name, r.grade is null or r.fed_back_on is not null told
                        from member_review r join member m on m.id = r.member_id
                        where r.task_id = :task and (r.grade is not null or (r.participation = 'NOT_GRADED_PROBATIONARY'
                          and exists (select from member_review o where o.task_id = :task and o.grade is not null)))
                        order by m.name collate zh_pinyin, m.id
                        """).param("task", taskId).query(Known.class).list();
        List<Known> told = known.stream().filter(Known::told).toList();
        List<ReviewResult.Group> groups = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            groups.add(group(grade, told, scope));
        }
        groups.add(group(null, told, scope));
        List<String> disposed = disposed(taskId);
        boolean office = scope.role() == Role.PARTY_OFFICE && task.getCampaign().isCombinesMemberReview();
        return new ReviewResult(
                task,
                groups,
                known.size() - told.size(),
                disposed.size(),
                scope.role() == Role.PARTY_OFFICE ? disposed : null,
                office ? caps.of(task) : null,
                office ? caps.permission(task).orElse(null) : null);
    }

    private List<String> disposed(long taskId) {
        return jdbc.sql("""
                        select m.name from disposition_case d join member_review r on r.id = d.review_id
                        join member m on m.id = r.member_id
                        where r.task_id = :task and d.outcome is not null order by m.name collate zh_pinyin, m.id
                        """).param("task", taskId).query(String.class).list();
    }

    private static ReviewResult.Group group(@Nullable Grade grade, List<Known> told, BranchScope scope) {
        List<String> names = told.stream()
                .filter(one -> one.grade() == grade)
                .map(Known::name)
                .toList();
        return new ReviewResult.Group(grade, names.size(), isNamed(grade, scope) ? names : null);
    }

    private static boolean isNamed(@Nullable Grade grade, BranchScope scope) {
        return scope.role().sitsOnCommittee()
                || (scope.role() == Role.PARTY_OFFICE && grade != null && grade != Grade.QUALIFIED);
    }
}
