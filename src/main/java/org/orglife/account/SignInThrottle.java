package org.orglife.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing. Counts in the database, so that restarts and further instances do not forget; counts names that
 * do not exist like those that do, so that nobody learns which is which.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SignInThrottle {

    /** Failures within the window before the door stays shut: from one address, from anywhere, of one address. */
    static final int PER_NAME_AND_ADDRESS = 5;

    static final int PER_NAME = 20;
    static final int PER_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Failures(int here, int anywhere, int address) {}

    /** How many more tries are left for this name from this address; 0 means that even the right password is refused. */
    int triesLeft(String username, String address) {
        Failures failures = jdbc.sql("""
                        select
                          (select count(*) from failed_sign_in where username = :username and address = :address and at > :since) here,
                          (select count(*) from failed_sign_in where username = :username and at > :since) anywhere,
                          (select count(*) from failed_sign_in where address = :address and at > :since) address
                        """)
                .param("username", username)
                .param("address", address)
                .param("since", OffsetDateTime.now(clock).minus(WINDOW))
                .query(Failures.class)
                .single();
        int left = Math.min(
                PER_NAME_AND_ADDRESS - failures.here(),
                Math.min(PER_NAME - failures.anywhere(), PER_ADDRESS - failures.address()));
        return Math.max(left, 0);
    }

    void failed(String username, String address) {
        jdbc.sql("insert into failed_sign_in (username, address, at) values (:username, :address, :at)")
                .param("username", username)
                .param("address", address)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** A right password: the failures of this person at this place no longer count, and old ones go. */
    void succeeded(String username, String address) {
        jdbc.sql("delete from failed_sign_in where (username = :username and address = :address) or at < :old")
                .param("username", username)
                .param("address", address)
                .param("old", OffsetDateTime.now(clock).minusDays(1))
                .update();
    }
}
