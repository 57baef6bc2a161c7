package org.orglife.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All turns of somebody in rounds of criticism, with the gists of what he said and of what was said of him (domain 7.2). */
@Component
@Transactional(readOnly = true)
public class OwnTurns {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    OwnTurns(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * What one said of him.
     *
     * @param gist null if none was written
     */
    public record Said(String critic, @Nullable String gist) {}

    /**
     * A turn.
     *
     * @param heldOn day of the meeting; null before it begins
     * @param self gist of his self-criticism; null for none
     * @param response gist of his answer; null for none
     * @param total how many turns there are
     */
    public record Own(
            String campaign,
            @Nullable LocalDate heldOn,
            @Nullable String self,
            @Nullable String response,
            List<Said> said,
            long total) {}

    /** The newest so many of the caller's own; none for an account behind which there is no member. */
    public List<Own> newest(int many, BranchScope scope) {
        if (scope.memberId() == null) {
            return List.of();
        }
        Map<Long, Own> turns = new LinkedHashMap<>();
        jdbc.sql("""
                        select x.*, c.gist_sealed, c.critic_id, m.name critic
                        from (
                          select u.id, g.title campaign, h.held_on, u.self_criticism_sealed, u.response_sealed, count(*) over () total
                          from turn u join agenda_item a on a.id = u.item_id join org_life_meeting o on o.id = a.meeting_id
                          join branch_task t on t.id = o.task_id join campaign g on g.id = t.campaign_id
                          left join held_meeting h on h.id = o.id
                          where u.member_id = :me order by h.held_on desc nulls first, u.id desc limit :many) x
                        left join criticism c on c.turn_id = x.id
                        left join member m on m.id = c.critic_id
                        order by x.held_on desc nulls first, x.id desc, c.id
                        """)
                .param("me", scope.memberId())
                .param("many", many)
                .query((row, number) -> add(turns, row))
                .list();
        return List.copyOf(turns.values());
    }

    private long add(Map<Long, Own> turns, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (!turns.containsKey(id)) {
            turns.put(
                    id,
                    new Own(
                            row.getString("campaign"),
                            row.getObject("held_on", LocalDate.class),
                            open(row, "self_criticism_sealed", Gists.SELF),
                            open(row, "response_sealed", Gists.RESPONSE),
                            new ArrayList<>(),
                            row.getLong("total")));
        }
        String critic = row.getString("critic");
        Own turn = turns.get(id);
        if (critic != null && turn != null) {
            turn.said().add(new Said(critic, open(row, "gist_sealed", Gists.GIST)));
        }
        return id;
    }

    private @Nullable String open(ResultSet row, String column, String field) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? null : sealer.open(sealed, field);
    }
}
