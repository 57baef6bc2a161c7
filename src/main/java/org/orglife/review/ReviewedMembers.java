package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.ballot.BallotSubjects;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who takes part in the review of a branch (domain 2.7): full members get a grade, probationary ones none (BR-28), leaders of
 * a superior body none where the campaign leaves them out.
 */
@Component
class ReviewedMembers implements BallotSubjects {

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Clock clock;

    ReviewedMembers(JdbcClient jdbc, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.clock = clock;
    }

    private record Row(long memberId, String name, MemberKind kind) {}

    private record Seated(Row row, @Nullable PositionKind seat) {}

    @Override
    public List<Reviewed> of(BranchTask task) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, PositionKind> seats = roster.committeeOf(task.getBranch().getId(), today);
        return jdbc
                .sql("""
                        select m.id member_id, m.name, m.kind
                        from membership s join member m on m.id = s.member_id
                        where s.branch_id = :branch and s.until_on is null and (:leaders or not m.leader)
                        order by m.name collate zh_pinyin, m.id
                        """)
                .param("branch", task.getBranch().getId())
                .param("leaders", task.getCampaign().getPolicy().leadersGraded())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new Seated(row, seats.get(row.memberId())))
                .sorted(Comparator.comparing(Seated::seat, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(one -> new Reviewed(
                        one.row().memberId(),
                        one.row().name(),
                        one.seat() == null ? null : one.seat().name(),
                        one.row().kind() == MemberKind.FULL))
                .toList();
    }
}
