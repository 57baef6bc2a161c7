package org.orglife.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what ballots came to. Fewer than five valid ones, all groups together, have no distribution, here or anywhere;
 * whoever asks decides to whom he shows the rest (domain 7.2).
 */
@Component
@Transactional(readOnly = true)
public class BallotResults {

    private final JdbcClient jdbc;

    BallotResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Part(
            int eligible,
            int present,
            int issued,
            int returned,
            int valid,
            int invalid,
            String scrutineer,
            String teller) {}

    /**
     * The result of the last meeting of a task that was counted in all its parts; empty as long as one is not, and while
     * groups that vote one after the other still meet: what the first of them has voted is nothing for the next.
     */
    public Optional<BallotResult> of(BranchTask task) {
        List<Part> parts = jdbc.sql("""
                        with box as (%s)
                        select b.eligible, b.present, b.issued + b.sheets issued, r.electronic + r.paper_returned returned,
                          r.electronic + r.paper_valid valid, r.paper_invalid invalid, b.scrutineer, b.teller
                        from box b join ballot_report r on r.box_id = b.id
                        where not exists (select from box where state <> 'COUNTED')
                          and not exists (select from org_life_meeting m join held_meeting h on h.id = m.id
                            where m.id = b.meeting_id and m.form = 'GROUP' and h.ended_at is null)
                        order by b.part
                        """.formatted(LAST_ROUNDS))
                .param("task", task.getId())
                .query(Part.class)
                .list();
        return parts.isEmpty() ? Optional.empty() : Optional.of(sum(parts, task));
    }

    /** The last round of each part of the last meeting of a task at which there was a ballot. */
    private static final String LAST_ROUNDS = """
            select distinct on (b.part) b.* from ballot_box b
            where b.meeting_id = (select max(x.meeting_id) from ballot_box x join held_meeting m on m.id = x.meeting_id where m.task_id = :task)
            order by b.part, b.round desc
            """;

    private BallotResult sum(List<Part> parts, BranchTask task) {
        int valid = parts.stream().mapToInt(Part::valid).sum();
        return new BallotResult(
                parts.stream().mapToInt(Part::eligible).sum(),
                parts.stream().mapToInt(Part::present).sum(),
                parts.stream().mapToInt(Part::issued).sum(),
                parts.stream().mapToInt(Part::returned).sum(),
                valid,
                parts.stream().mapToInt(Part::invalid).sum(),
                names(parts.stream().map(Part::scrutineer).toList()),
                names(parts.stream().map(Part::teller).toList()),
                valid < BallotView.LEAST ? List.of() : lines(task));
    }

    private static String names(List<String> all) {
        return all.stream().distinct().collect(Collectors.joining("、"));
    }

    private record Vote(String kind, @Nullable Long memberId, String name, int grade, int votes) {}

    private record Key(String kind, @Nullable Long memberId) {}

    private List<BallotResult.Line> lines(BranchTask task) {
        List<Vote> votes = jdbc.sql("""
                        with box as (%s)
                        select s.kind, s.member_id, min(s.name) name, t.grade, sum(t.n)::int votes
                        from box b
                        join ballot_subject s on s.box_id = b.id
                        join ballot_tally t on t.box_id = s.box_id and t.pos = s.pos
                        group by s.kind, s.member_id, t.grade
                        order by min(s.pos), s.member_id, t.grade
                        """.formatted(LAST_ROUNDS))
                .param("task", task.getId())
                .query(Vote.class)
                .list();
        Map<Key, List<Vote>> byLine = votes.stream()
                .collect(Collectors.groupingBy(
                        vote -> new Key(vote.kind(), vote.memberId()), LinkedHashMap::new, Collectors.toList()));
        List<BallotResult.Line> lines = new ArrayList<>();
        byLine.values().forEach(all -> lines.add(line(all)));
        return lines;
    }

    private static BallotResult.Line line(List<Vote> votes) {
        Integer[] counts = new Integer[SubjectKind.INVALID_LINE + 1];
        Arrays.fill(counts, 0);
        votes.forEach(vote -> counts[vote.grade()] = vote.votes());
        Vote first = votes.get(0);
        return new BallotResult.Line(SubjectKind.of(first.kind()), first.memberId(), first.name(), List.of(counts));
    }
}
