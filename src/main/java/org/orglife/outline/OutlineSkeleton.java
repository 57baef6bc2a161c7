package org.orglife.outline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.CampaignKind;
import org.orglife.shared.Labels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a text begins with, so that nothing is typed twice: the aspects of the campaign as headings, below them the
 * problems of the list, then their causes and measures; for the branch also how many opinions were heard, and what
 * became of last year's measures.
 */
@Component
class OutlineSkeleton {

    private static final String MINE = "p.subject_member_id = :member";
    private static final String BRANCHS = "p.subject_kind = 'BRANCH' and cast(:member as bigint) is null";

    private final JdbcClient jdbc;
    private final Labels labels;

    OutlineSkeleton(JdbcClient jdbc, Labels labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    private record Point(
            long aspectId, String text, @Nullable String cause) {}

    private record Action(String text, @Nullable LocalDate dueOn) {}

    /**
     * The first words of a text.
     *
     * @param memberId whose it is; null for the branch's
     */
    OutlineText of(BranchTask task, @Nullable Long memberId) {
        List<Point> points = points(task, memberId);
        String problems = problems(task, memberId == null ? AspectSubject.BRANCH : AspectSubject.MEMBER, points);
        String causes = numbered(causes(points));
        String measures = numbered(measures(task, memberId));
        Map<OutlineSection, String> parts = new EnumMap<>(OutlineSection.class);
        if (memberId != null) {
            parts.put(OutlineSection.PROBLEMS, problems);
            parts.put(OutlineSection.CAUSES, causes);
            parts.put(OutlineSection.MEASURES, measures);
        } else {
            parts.put(OutlineSection.BRANCH_BASIS, basis(task));
            if (task.getCampaign().getKind() == CampaignKind.ANNUAL) {
                parts.put(OutlineSection.LAST_CYCLE, lastCycle(task));
            }
            parts.put(OutlineSection.BRANCH_PROBLEMS, problems);
            parts.put(OutlineSection.BRANCH_CAUSES, causes);
            parts.put(OutlineSection.BRANCH_MEASURES, measures);
        }
        return new OutlineText(parts);
    }

    /** The problems of the list that a text does not mention yet, word for word. */
    List<String> missing(BranchTask task, @Nullable Long memberId, OutlineText text) {
        String written = String.join("\n", text.parts().values());
        return points(task, memberId).stream()
                .map(Point::text)
                .filter(point -> !written.contains(point))
                .toList();
    }

    private List<Point> points(BranchTask task, @Nullable Long memberId) {
        return jdbc.sql("""
                        select p.aspect_id, p.text, p.cause from problem p
                        left join rectification_item i on i.id = p.id
                        where p.task_id = :task and (%s) and (i.state is null or i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED'))
                        order by p.number
                        """.formatted(memberId == null ? BRANCHS : MINE))
                .param("task", task.getId())
                .param("member", memberId)
                .query(Point.class)
                .list();
    }

    private List<String> measures(BranchTask task, @Nullable Long memberId) {
        return jdbc
                .sql("""
                        select s.text, s.due_on from measure s
                        join problem p on p.id = s.item_id
                        join rectification_item i on i.id = p.id
                        where p.task_id = :task and (%s) and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        order by p.number, s.position
                        """.formatted(memberId == null ? BRANCHS : MINE))
                .param("task", task.getId())
                .param("member", memberId)
                .query(Action.class)
                .list()
                .stream()
                .map(action -> action.dueOn() == null
                        ? labels.text("outline.skeleton.longTerm", open(action.text()))
                        : labels.text(
                                "outline.skeleton.until",
                                open(action.text()),
                                String.valueOf(action.dueOn().getYear()),
                                action.dueOn().getMonthValue(),
                                action.dueOn().getDayOfMonth()))
                .toList();
    }

    private String problems(BranchTask task, AspectSubject subject, List<Point> points) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Aspect aspect : task.getCampaign().getAspects(subject)) {
            List<String> own = points.stream()
                    .filter(point -> point.aspectId() == aspect.getId())
                    .map(point -> ended(point.text()))
                    .toList();
            text.append(text.isEmpty() ? "" : "\n")
                    .append(labels.text("outline.skeleton.aspect", OutlineText.numeral(++number), aspect.getTitle()))
                    .append('\n')
                    .append(own.isEmpty() ? "" : numbered(own) + "\n");
        }
        return text.toString().strip();
    }

    private static Set<String> causes(List<Point> points) {
        Set<String> causes = new LinkedHashSet<>();
        points.stream().map(Point::cause).filter(cause -> cause != null).forEach(cause -> causes.add(ended(cause)));
        return causes;
    }

    private static String numbered(Iterable<String> lines) {
        List<String> numbered = new ArrayList<>();
        lines.forEach(line -> numbered.add((numbered.size() + 1) + ". " + line));
        return String.join("\n", numbered);
    }

    /** Without its stop, for what follows in brackets. */
    private static String open(String text) {
        return text.replaceAll("[。；]+$", "");
    }

    /** A sentence ends with its stop; one that has it already gets none. */
    private static String ended(String text) {
        return text.matches("(?s).*[。；！？…]") ? text : text + "。";
    }

    private record Opinions(int given, int points) {}

    private String basis(BranchTask task) {
        Opinions opinions =
                jdbc.sql("""
                        select (select count(*) from opinion o where o.task_id = :task and o.withdrawn_on is null) given,
                          (select count(*) from digest_point d where d.task_id = :task) points
                        """).param("task", task.getId()).query(Opinions.class).single();
        String title = task.getCampaign().getTitle();
        return opinions.given() == 0
                ? labels.text("outline.skeleton.basis", title)
                : labels.text("outline.skeleton.basis.opinions", title, opinions.given(), opinions.points());
    }

    private record Cycle(String title, int problems, int closed) {}

    /** What the ledger of the branch's campaign before this one has come to. */
    private String lastCycle(BranchTask task) {
        return jdbc.sql("""
                        select g.title, count(i.id) problems, count(i.id) filter (where i.state = 'CLOSED') closed
                        from branch_task t
                        join campaign g on g.id = t.campaign_id
                        join problem p on p.task_id = t.id and p.subject_kind = 'BRANCH'
                        join rectification_item i on i.id = p.id and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        where t.branch_id = :branch and (g.year, g.id) < (:year, :campaign)
                        group by g.id, g.title, g.year
                        order by g.year desc, g.id desc limit 1
                        """)
                .param("branch", task.getBranch().getId())
                .param("campaign", task.getCampaign().getId())
                .param("year", task.getCampaign().getYear())
                .query(Cycle.class)
                .optional()
                .map(last -> labels.text(
                        "outline.skeleton.lastCycle",
                        last.title(),
                        last.problems(),
                        last.closed(),
                        last.problems() - last.closed()))
                .orElse("");
    }
}
