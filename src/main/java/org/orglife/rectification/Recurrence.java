package org.orglife.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemAccess;
import org.orglife.problem.SubjectKind;
import org.orglife.problem.TextPrint;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 反复出现: problems that were there in an earlier cycle already. Who may write a problem is shown what it is like among
 * the earlier ones of the same subject, and says by {@link RecurrenceDecisions} whether it is; superiors see how many there are. Proposals are worked
 * out when they are looked at and stored nowhere.
 */
@Service
@Transactional(readOnly = true)
public class Recurrence {

    private static final long NOBODY = -1;

    private final BranchTaskService tasks;
    private final JdbcClient jdbc;

    Recurrence(BranchTaskService tasks, JdbcClient jdbc) {
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /**
     * What is known of the problems of a task that the caller may write.
     *
     * @param proposed those that are like an earlier one, to be looked at
     * @param linked those that are known to have come back
     * @param dismissed those whose likeness was found to be none
     */
    public record Found(List<Returning> proposed, List<Returning> linked, List<Returning> dismissed) {

        public Found {
            proposed = List.copyOf(proposed);
            linked = List.copyOf(linked);
            dismissed = List.copyOf(dismissed);
        }
    }

    /**
     * What is known of one problem.
     *
     * @param earlier those with which it may be linked by hand, the newest first; empty for whoever may not
     */
    public record OfItem(Returning problem, List<EarlierProblem> earlier) {

        public OfItem {
            earlier = List.copyOf(earlier);
        }
    }

    private record Line(
            long id,
            long taskId,
            int number,
            SubjectKind subjectKind,
            String campaign,
            String aspect,
            String text,
            ItemState state,
            @Nullable LocalDate closedOn,
            @Nullable Long recurrenceOf,
            @Nullable String dismissed) {

        EarlierProblem asEarlier() {
            return new EarlierProblem(id, number, campaign, aspect, text, state, closedOn);
        }

        Returning with(@Nullable EarlierProblem earlier, boolean isDismissed) {
            return new Returning(id, number, subjectKind, aspect, text, earlier, isDismissed);
        }

        Set<Long> dismissals() {
            return dismissed == null
                    ? Set.of()
                    : Arrays.stream(dismissed.split(",")).map(Long::valueOf).collect(Collectors.toSet());
        }
    }

    /** A line and its print, which is worked out once. */
    private record Printed(Line line, TextPrint print) {

        static Printed of(Line line) {
            return new Printed(line, TextPrint.of(line.text()));
        }
    }

    /** What is proposed, linked and dismissed in a task, of the problems that the caller may write. */
    public Found of(long taskId, BranchScope scope) {
        return of(tasks.get(taskId, scope), scope);
    }

    /** The same of a task that has been read already. */
    public Found of(BranchTask task, BranchScope scope) {
        List<Line> lines = lines(
                task, ProblemAccess.mayWriteForBranch(scope), scope.memberId() == null ? NOBODY : scope.memberId());
        List<Printed> earlier = earlier(lines, task);
        List<Returning> proposed = new ArrayList<>();
        List<Returning> linked = new ArrayList<>();
        List<Returning> dismissed = new ArrayList<>();
        for (Line line : lines) {
            if (line.taskId() == task.getId()) {
                Returning found = returning(line, earlier);
                if (line.recurrenceOf() != null) {
                    linked.add(found);
                } else if (found.dismissed()) {
                    dismissed.add(found);
                } else if (found.earlier() != null) {
                    proposed.add(found);
                }
            }
        }
        return new Found(proposed, linked, dismissed);
    }

    /** What is known of one item that the caller may read; empty lists where he may not say anything about it. */
    public OfItem of(RectificationItem item, BranchScope scope) {
        Problem problem = item.getProblem();
        boolean writes = ProblemAccess.mayWrite(problem, scope);
        if (!writes && problem.getRecurrenceOf() == null) {
            return new OfItem(bare(problem), List.of());
        }
        List<Line> lines = lines(
                problem.getTask(),
                problem.getSubjectMember() == null,
                problem.getSubjectMember() == null
                        ? NOBODY
                        : problem.getSubjectMember().getId());
        List<Printed> earlier = earlier(lines, problem.getTask());
        Returning found = lines.stream()
                .filter(line -> line.id() == problem.getId())
                .findFirst()
                .map(line -> returning(line, earlier))
                .orElseGet(() -> bare(problem));
        return new OfItem(
                found,
                writes ? earlier.stream().map(each -> each.line().asEarlier()).toList() : List.of());
    }

    private static Returning bare(Problem problem) {
        return new Returning(
                problem.getId(),
                problem.getNumber(),
                problem.getSubjectKind(),
                problem.getAspect().getTitle(),
                problem.getText(),
                null,
                false);
    }

    private static List<Printed> earlier(List<Line> lines, BranchTask task) {
        return lines.stream()
                .filter(line -> line.taskId() != task.getId())
                .map(Printed::of)
                .toList();
    }

    /** With the earlier one it is linked to, else with the likest of those that were not dismissed, the newest first. */
    private static Returning returning(Line line, List<Printed> earlier) {
        Long linked = line.recurrenceOf();
        if (linked != null) {
            return line.with(
                    earlier.stream()
                            .filter(each -> each.line().id() == linked)
                            .findFirst()
                            .map(each -> each.line().asEarlier())
                            .orElse(null),
                    false);
        }
        TextPrint print = TextPrint.of(line.text());
        Line likest = null;
        double most = 0;
        for (Printed candidate : earlier) {
            boolean sameSubject = candidate.line().subjectKind().isPersonal()
                    == line.subjectKind().isPersonal();
            if (sameSubject && print.isNear(candidate.print())) {
                double likeness = print.likeness(candidate.print());
                if (likeness > most) {
                    likest = candidate.line();
                    most = likeness;
                }
            }
        }
        boolean dismissed = likest != null && line.dismissals().contains(likest.id());
        return line.with(likest == null ? null : likest.asEarlier(), dismissed);
    }

    /** The problems of the branch, or of one member, in this task and before; those of the task, then the newest. */
    private List<Line> lines(BranchTask task, boolean ofBranch, long memberId) {
        if (!ofBranch && memberId == NOBODY) {
            return List.of();
        }
        return jdbc.sql("""
                        select p.id, p.task_id, p.number, p.subject_kind, c.title campaign, a.title aspect, p.text, i.state,
                          i.closed_on, p.recurrence_of,
                          (select string_agg(d.earlier_id::text, ',') from recurrence_dismissal d where d.problem_id = p.id) dismissed
                        from problem p
                        join rectification_item i on i.id = p.id
                        join campaign c on c.id = p.campaign_id
                        join aspect a on a.id = p.aspect_id
                        join campaign now on now.id = :campaign
                        where p.branch_id = :branch and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                          and (p.task_id = :task or %s)
                          and ((:ofBranch and p.subject_kind = 'BRANCH') or p.subject_member_id = :member)
                        order by p.task_id = :task desc, c.year desc, c.issued_on desc, c.id desc, p.number
                        """.formatted(Cycles.EARLIER))
                .param("campaign", task.getCampaign().getId())
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .param("ofBranch", ofBranch)
                .param("member", memberId)
                .query(Line.class)
                .list();
    }

    /** How many of a task's problems have come back, as the branch has said: all that a superior sees of it. */
    public Map<SubjectKind, Integer> counts(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        Map<SubjectKind, Integer> counts = new EnumMap<>(SubjectKind.class);
        jdbc.sql("""
                        select p.subject_kind, count(*) problems
                        from problem p join rectification_item i on i.id = p.id
                        where p.task_id = :task and p.recurrence_of is not null and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        group by p.subject_kind
                        """)
                .param("task", task.getId())
                .query((row, number) ->
                        counts.put(SubjectKind.valueOf(row.getString("subject_kind")), row.getInt("problems")))
                .list();
        return counts;
    }
}
