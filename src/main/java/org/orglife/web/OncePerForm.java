package org.orglife.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes one record of a form that is sent twice: a double click, a lost answer, the back button. The key of the form
 * and the record are written in one transaction; whoever comes second gets the address of the first.
 */
@Component("once")
public class OncePerForm {

    /** Name of the hidden field that carries the key. */
    public static final String FIELD = "_once";

    /** Name of the field that says that a record like the last one is meant. */
    public static final String AGAIN = "_again";

    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    OncePerForm(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Forgets forms that nobody will send a second time. */
    void sweep() {
        jdbc.sql("delete from idempotency_key where at < :old")
                .param("old", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    /** A key for a form that is about to be drawn. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * Does the work unless this very form has been sent before.
     *
     * @param work creates the record and returns the address of its page
     * @return the address to redirect to
     * @throws RuleViolationException {@code web.once.changed} if the same form comes again with other contents
     */
    public String address(HttpServletRequest request, Supplier<String> work) {
        UUID key = key(request);
        Actor actor = actor();
        if (key == null || actor == null) {
            return work.get();
        }
        byte[] hash = hash(request);
        String address = transaction.execute(status -> {
            if (isFirst(actor.accountId(), key, hash)) {
                String created = work.get();
                remember(actor.accountId(), key, created);
                return created;
            }
            return earlier(actor.accountId(), key, hash);
        });
        return address == null ? "/" : address;
    }

    /**
     * The same for records of which nothing forbids two alike. Somebody who goes back from the page of his record finds
     * the form as he filled it in, under a new key: contents that came a quarter of an hour ago are asked about first.
     *
     * @return the address to redirect to
     * @throws SentBeforeException if they came before and the question has not been answered yet
     * @throws RuleViolationException as for {@link #address}
     */
    public String record(HttpServletRequest request, Supplier<String> work) {
        return address(request, () -> {
            Actor actor = actor();
            if (actor != null && request.getParameter(AGAIN) == null) {
                justMade(actor.accountId(), hash(request)).ifPresent(address -> {
                    throw new SentBeforeException(address);
                });
            }
            return work.get();
        });
    }

    private Optional<String> justMade(long account, byte[] hash) {
        return jdbc.sql("""
                        select location from idempotency_key
                        where account_id = :account and request_hash = :hash and location is not null and at >= :since
                        order by at desc limit 1
                        """)
                .param("account", account)
                .param("hash", hash)
                .param("since", OffsetDateTime.now(clock).minus(JUST_NOW))
                .query(String.class)
                .optional();
    }

    /** Waits for a first one that is still at work: the unique key holds the second back until it is done. */
    private boolean isFirst(long account, UUID key, byte[] hash) {
        return jdbc.sql("""
                                insert into idempotency_key (account_id, key, request_hash, at)
                                values (:account, :key, :hash, :at) on conflict do nothing
                                """)
                        .param("account", account)
                        .param("key", key)
                        .param("hash", hash)
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    private void remember(long account, UUID key, String address) {
        jdbc.sql("update idempotency_key set location = :address where account_id = :account and key = :key")
                .param("address", address)
                .param("account", account)
                .param("key", key)
                .update();
    }

    private String earlier(long account, UUID key, byte[] hash) {
        return jdbc.sql("select request_hash, location from idempotency_key where account_id = :account and key = :key")
                .param("account", account)
                .param("key", key)
                .query((row, number) -> {
                    if (!Arrays.equals(row.getBytes("request_hash"), hash)) {
                        throw new RuleViolationException("web.once.changed");
                    }
                    return row.getString("location");
                })
                .single();
    }

    private static @Nullable UUID key(HttpServletRequest request) {
        String typed = request.getParameter(FIELD);
        if (typed == null) {
            return null;
        }
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notMadeHere) {
            return null;
        }
    }

    private static @Nullable Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null;
    }

    private static byte[] hash(HttpServletRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (!name.equals("_csrf") && !name.equals(FIELD) && !name.equals(AGAIN)) {
                    digest.update((byte) 0);
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    for (String value : values) {
                        digest.update((byte) 1);
                        digest.update(value.getBytes(StandardCharsets.UTF_8));
                    }
                }
            });
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
