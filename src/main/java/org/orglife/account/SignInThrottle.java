package org.orglife.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows down guessing. Counts in the database, so that restarts and further instances do not forget; counts names that
 * do not exist like those that do, so that nobody learns which is which.
 */
@Service
class SignInThrottle {

    /** Failures within the window before the door stays shut: from one address, from anywhere, of one address. */
    static final int PER_NAME_AND_ADDRESS = 5;

    static final int PER_NAME = 20;
    static final int PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A noted try: {@code open} says whether the right password would be let in. */
    record Try(long id, boolean open) {}

    private record Failures(int here, int anywhere, int address) {}

    /**
     * Notes a try before the password is looked at, and says whether it may be. As every try is there before any other
     * one is counted, guesses sent at the same instant cannot slip through together.
     */
    Try begin(String username, String address) {
        long id = Objects.requireNonNull(transaction.execute(status -> insert(username, address)));
        return new Try(id, left(failures(username, address, id)) > 0);
    }

    /** How many more tries are left for this name from this address; 0 means that even the right password is refused. */
    int triesLeft(String username, String address) {
        return left(failures(username, address, 0));
    }

    /** A right password: the failures of this person at this place no longer count. */
    void succeeded(String username, String address) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("delete from failed_sign_in where username = :username and address = :address")
                        .param("username", username)
                        .param("address", address)
                        .update());
    }

    /** Forgets tries that count no more. */
    void sweep() {
        transaction.executeWithoutResult(status -> jdbc.sql("delete from failed_sign_in where at < :old")
                .param("old", OffsetDateTime.now(clock).minus(KEPT))
                .update());
    }

    private long insert(String username, String address) {
        return jdbc.sql(
                        "insert into failed_sign_in (username, address, at) values (:username, :address, :at) returning id")
                .param("username", username)
                .param("address", address)
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private Failures failures(String username, String address, long butId) {
        return jdbc.sql("""
                        select
                          (select count(*) from failed_sign_in
                            where username = :username and address = :address and at > :since and id <> :but) here,
                          (select count(*) from failed_sign_in where username = :username and at > :since and id <> :but) anywhere,
                          (select count(*) from failed_sign_in where address = :address and at > :since and id <> :but) address
                        """)
                .param("username", username)
                .param("address", address)
                .param("since", OffsetDateTime.now(clock).minus(WINDOW))
                .param("but", butId)
                .query(Failures.class)
                .single();
    }

    private static int left(Failures failures) {
        int left = Math.min(
                PER_NAME_AND_ADDRESS - failures.here(),
                Math.min(PER_NAME - failures.anywhere(), PER_ADDRESS - failures.address()));
        return Math.max(left, 0);
    }
}
