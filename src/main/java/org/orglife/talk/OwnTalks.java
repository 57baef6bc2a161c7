package org.orglife.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All talks somebody took part in, in whichever branch, with what was said: he is a party to each of them. */
@Component
@Transactional(readOnly = true)
public class OwnTalks {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    OwnTalks(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    /**
     * A talk.
     *
     * @param others the other parties, in the order in which they were written down
     * @param confirmedOn when he confirmed it; null if he has not
     * @param text what was said; null if nothing was written
     * @param total how many talks there are
     */
    public record Own(
            LocalDate heldOn,
            String campaign,
            TalkMedium medium,
            String others,
            @Nullable LocalDate confirmedOn,
            @Nullable String text,
            long total) {}

    /** The newest so many of the caller's own; none for an account behind which there is no member. */
    public List<Own> newest(int many, BranchScope scope) {
        return scope.memberId() == null
                ? List.of()
                : jdbc.sql("""
                                select k.held_on, g.title campaign, k.medium, k.text_sealed, me.confirmed_on, count(*) over () total,
                                  (select string_agg(m.name, '、' order by p.id) from talk_participant p join member m on m.id = p.member_id
                                    where p.talk_id = k.id and p.member_id <> :me) others
                                from talk_participant me join talk k on k.id = me.talk_id
                                join branch_task t on t.id = k.task_id join campaign g on g.id = t.campaign_id
                                where me.member_id = :me and k.withdrawn_at is null
                                order by k.held_on desc, k.id desc limit :many
                                """)
                        .param("me", scope.memberId())
                        .param("many", many)
                        .query((row, number) -> own(row))
                        .list();
    }

    private Own own(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("text_sealed");
        return new Own(
                row.getObject("held_on", LocalDate.class),
                row.getString("campaign"),
                TalkMedium.valueOf(row.getString("medium")),
                Objects.requireNonNullElse(row.getString("others"), ""),
                row.getObject("confirmed_on", LocalDate.class),
                sealed == null ? null : sealer.open(sealed, TalkService.TEXT),
                row.getLong("total"));
    }
}
