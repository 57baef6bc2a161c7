package org.orglife.talk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people were on the day of a talk: of the branch or not, in a seat of its committee or not. */
@Component
class TalkPeople {

    private final JdbcClient jdbc;

    TalkPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody on a day, seen from a branch. */
    record Asked(long branchId, long memberId, LocalDate on) {}

    private record Found(
            long branchId,
            long memberId,
            LocalDate on,
            boolean here,
            boolean leaderNearby,
            @Nullable Integer seat) {

        @Nullable
        Capacity capacity() {
            if (!here) {
                return leaderNearby ? Capacity.GUEST : null;
            }
            if (seat == null) {
                return Capacity.MEMBER;
            }
            return seat == 0 ? Capacity.SECRETARY : Capacity.COMMITTEE;
        }
    }

    /**
     * In which capacity each of them could take part. Missing are those who may not: enrolled elsewhere on that day and
     * no leader of the same organisation, or not known at all.
     */
    Map<Asked, Capacity> capacities(Collection<Asked> asked) {
        List<Asked> each = asked.stream().distinct().toList();
        Map<Asked, Capacity> capacities = new HashMap<>();
        jdbc.sql("""
                        select q.branch_id, q.member_id, q."on",
                          exists (select 1 from membership s where s.member_id = q.member_id and s.branch_id = q.branch_id
                            and s.from_on <= q."on" and (s.until_on is null or s.until_on >= q."on")) here,
                          m.leader and exists (select 1 from membership s join org_unit u on u.id = s.branch_id
                            where s.member_id = q.member_id and split_part(u.path, '/', 2) = split_part(b.path, '/', 2)
                              and s.from_on <= q."on" and (s.until_on is null or s.until_on >= q."on")) leader_nearby,
                          (select min(case p.kind when 'SECRETARY' then 0 else 1 end) from position p
                            where p.unit_id = q.branch_id and p.member_id = q.member_id and not p.assistant
                              and p.kind <> 'GROUP_LEADER'
                              and p.from_on <= q."on" and (p.until_on is null or p.until_on >= q."on")) seat
                        from unnest(:branches, :members, cast(:days as date[])) as q (branch_id, member_id, "on")
                        join member m on m.id = q.member_id
                        join org_unit b on b.id = q.branch_id
                        """)
                .param("branches", each.stream().map(Asked::branchId).toArray(Long[]::new))
                .param("members", each.stream().map(Asked::memberId).toArray(Long[]::new))
                .param("days", each.stream().map(one -> one.on().toString()).toArray(String[]::new))
                .query(Found.class)
                .list()
                .forEach(found -> {
                    Capacity capacity = found.capacity();
                    if (capacity != null) {
                        capacities.put(new Asked(found.branchId(), found.memberId(), found.on()), capacity);
                    }
                });
        return capacities;
    }
}
