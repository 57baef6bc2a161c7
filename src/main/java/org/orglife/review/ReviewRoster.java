package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.organisation.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 评议名单 of a task that was found within the caller's scope: committee first, then by pinyin, never by votes. Until a
 * ballot is prepared it follows the roster; from then on it is kept as it was.
 */
@Component
class ReviewRoster {

    private final JdbcClient jdbc;
    private final MemberReviewRepository reviews;
    private final Roster roster;
    private final Clock clock;

    ReviewRoster(JdbcClient jdbc, MemberReviewRepository reviews, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.roster = roster;
        this.clock = clock;
    }

    private record Known(
            long memberId, String name, MemberKind kind, boolean leader, Standing standing, boolean enrolled) {

        Participation proposed(boolean leadersGraded) {
            if (kind == MemberKind.PROBATIONARY) {
                return Participation.NOT_GRADED_PROBATIONARY;
            }
            if (standing == Standing.OUT_OF_CONTACT || standing == Standing.SUSPENDED) {
                return Participation.DEFERRED;
            }
            return leader && !leadersGraded ? Participation.NOT_GRADED_LEADER : Participation.GRADED;
        }
    }

    /** The list as it stands at that stage of the ballot. */
    List<ReviewLine> lines(BranchTask task, ReviewStage stage) {
        Map<Long, MemberReview> rows = reviews.of(task.getId()).stream()
                .collect(Collectors.toMap(MemberReview::getMemberId, Function.identity()));
        Map<Long, PositionKind> seats = roster.committeeOf(task.getBranch().getId(), LocalDate.now(clock));
        boolean leaders = task.getCampaign().getPolicy().leadersGraded();
        List<ReviewLine> lines = new ArrayList<>();
        for (Known known : everybody(task)) {
            MemberReview row = rows.get(known.memberId());
            boolean kept = row != null && (stage != ReviewStage.OPEN || row.isDecided() || row.isReopened());
            if (kept || (stage == ReviewStage.OPEN && known.enrolled())) {
                lines.add(line(known, kept, row, seats.get(known.memberId()), leaders));
            }
        }
        lines.sort(Comparator.comparing(ReviewLine::seat, Comparator.nullsLast(Comparator.naturalOrder())));
        return lines;
    }

    private static ReviewLine line(
            Known known, boolean kept, @Nullable MemberReview row, @Nullable PositionKind seat, boolean leaders) {
        boolean says = row != null && (kept || row.getPart().isSaid());
        return new ReviewLine(
                known.memberId(),
                known.name(),
                seat,
                row != null && kept ? row.getKind() : known.kind(),
                row != null && says ? row.getParticipation() : known.proposed(leaders),
                row);
    }

    private List<Known> everybody(BranchTask task) {
        return jdbc.sql("""
                        select m.id member_id, m.name, m.kind, m.leader, m.standing, s.member_id is not null enrolled
                        from member m
                        left join membership s on s.member_id = m.id and s.branch_id = :branch and s.until_on is null
                        where s.member_id is not null or m.id in (select member_id from member_review where task_id = :task)
                        order by m.name collate zh_pinyin, m.id
                        """)
                .param("branch", task.getBranch().getId())
                .param("task", task.getId())
                .query(Known.class)
                .list();
    }

    /** A ballot is prepared: the list is kept as it is now, and who is on it is voted on. */
    List<ReviewLine> settle(BranchTask task) {
        Map<Long, ReviewLine> now = lines(task, ReviewStage.OPEN).stream()
                .collect(Collectors.toMap(ReviewLine::memberId, Function.identity()));
        for (MemberReview row : reviews.of(task.getId())) {
            if (!now.containsKey(row.getMemberId())) {
                reviews.delete(row);
            }
        }
        now.values().forEach(line -> keep(task, line).ballot());
        return lines(task, ReviewStage.OPEN);
    }

    /** One line of the list, to be worked on; kept from then on. Empty for somebody who is not on it. */
    Optional<MemberReview> hold(BranchTask task, long memberId, ReviewStage stage) {
        return lines(task, stage).stream()
                .filter(line -> line.memberId() == memberId)
                .findFirst()
                .map(line -> stage == ReviewStage.OPEN || line.row() == null ? keep(task, line) : line.row());
    }

    private MemberReview keep(BranchTask task, ReviewLine line) {
        MemberReview row = line.row();
        if (row == null) {
            return reviews.save(new MemberReview(task, line.memberId(), line.kind(), line.participation()));
        }
        row.follow(line.kind(), line.participation());
        return row;
    }
}
