package org.orglife.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody is writing and has not sent yet, kept so that a session that ends costs nothing. A draft belongs to an
 * account: no role reads another's, and what it says is sealed like the record it may become.
 */
@Service
@Transactional
public class Drafts {

    /** Name of the hidden field by which a form says which draft it is. */
    static final String FIELD = "_draft";

    /** Sealed fields open here only. */
    static final String SEALED = "form_draft.fields";

    /** The most characters the fields of a form may have: three times the longest text there is. */
    static final int LONGEST = 200_000;

    /** The most forms somebody may have begun at a time; beyond it the oldest goes. */
    static final int MOST = 100;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern FORM = Pattern.compile("/(?!/)[\\w/?=&.,-]{0,199}");

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * A draft as it was saved last.
     *
     * @param seq grows with every saving; 0 where nothing was ever saved
     * @param at when
     * @param base version of the record the form was opened on; null for a new one
     * @param fields as the browser sent them; null if there is nothing, because it was sent or put aside
     */
    public record Draft(
            long seq,
            @Nullable OffsetDateTime at,
            @Nullable Long base,
            @Nullable String fields) {

        static final Draft NONE = new Draft(0, null, null, null);
    }

    /** Whether that can be the name of a form: the address of a page of ours, 200 characters at most. */
    static boolean isForm(@Nullable String form) {
        return form != null && FORM.matcher(form).matches();
    }

    /** What an account has begun to write in a form. */
    @Transactional(readOnly = true)
    public Draft of(long accountId, String form) {
        return jdbc.sql("""
                        select seq, saved_at, base_version, fields_sealed from form_draft
                        where account_id = :account and form = :form
                        """)
                .param("account", accountId)
                .param("form", form)
                .query((row, number) -> new Draft(
                        row.getLong("seq"),
                        row.getObject("saved_at", OffsetDateTime.class),
                        row.getObject("base_version", Long.class),
                        opened(row.getBytes("fields_sealed"))))
                .optional()
                .orElse(Draft.NONE);
    }

    private @Nullable String opened(byte @Nullable [] sealed) {
        return sealed == null ? null : sealer.open(sealed, SEALED);
    }

    /**
     * Saves what somebody has written so far.
     *
     * @param known number of the last saving that the browser knows of
     * @return the number it has now; empty if it was saved elsewhere, or sent, since
     */
    public Optional<Long> save(long accountId, String form, long known, @Nullable Long base, String fields) {
        Optional<Long> saved = jdbc.sql("""
                        insert into form_draft (account_id, form, base_version, fields_sealed, seq, saved_at)
                        values (:account, :form, :base, :fields, :known + 1, :now)
                        on conflict (account_id, form) do update
                        set base_version = excluded.base_version, fields_sealed = excluded.fields_sealed,
                          seq = excluded.seq, saved_at = excluded.saved_at
                        where form_draft.seq = :known
                        returning seq
                        """)
                .param("account", accountId)
                .param("form", form)
                .param("base", base)
                .param("fields", sealer.seal(fields, SEALED))
                .param("known", known)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional();
        if (known == 0 && saved.isPresent()) {
            jdbc.sql("""
                            delete from form_draft where account_id = :account and form in (
                              select form from form_draft where account_id = :account order by saved_at desc, form offset :most)
                            """).param("account", accountId).param("most", MOST).update();
        }
        return saved;
    }

    /**
     * Nothing is to be kept of it any more: it was sent, or put aside. What is still on its way comes too late.
     *
     * @return the number it has now
     */
    public long finish(long accountId, String form) {
        return jdbc.sql("""
                        insert into form_draft (account_id, form, seq, saved_at) values (:account, :form, 1, :now)
                        on conflict (account_id, form) do update
                        set base_version = null, fields_sealed = null, seq = form_draft.seq + 1, saved_at = excluded.saved_at
                        returning seq
                        """)
                .param("account", accountId)
                .param("form", form)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Forgets what nobody has gone on with for thirty days. */
    void sweep() {
        jdbc.sql("delete from form_draft where saved_at < :old")
                .param("old", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }
}
