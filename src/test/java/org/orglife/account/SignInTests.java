package org.orglife.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@FullApplicationTest
class SignInTests {

    private static final String PASSWORD = "lan hua yuan 77 dong";
    private static final String HERE = "192.0.2.20";
    private static final String ELSEWHERE = "192.0.2.21";
    private static int number;

    @Autowired
    SignInService signIn;

    @Autowired
    SampleAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    private String username;

    @BeforeEach
    void anAccount() {
        jdbc.sql("delete from failed_sign_in").update();
        username = "sign-in-" + ++number;
        accounts.open(username, "林间", null, null, List.of(), PASSWORD);
    }

    @Test
    void nameAndPasswordLetInHoweverTheNameIsTyped() {
        assertThat(signIn.signIn(" " + username.toUpperCase(java.util.Locale.ROOT) + "\u3000", PASSWORD, HERE))
                .isPresent();
        assertThat(signIn.signIn(username, PASSWORD + " ", HERE)).isEmpty();
        assertThat(signIn.signIn(username, PASSWORD + "x".repeat(200), HERE)).isEmpty();
        assertThat(signIn.signIn("", "", HERE)).isEmpty();
    }

    @Test
    @DisplayName("T-AUTH-05: after five failures here even the right password is refused, but not elsewhere")
    void fiveFailuresShutTheDoorHere() {
        for (int left = 4; left >= 0; left--) {
            assertThat(signIn.signIn(username, "wrong", HERE)).isEmpty();
            assertThat(signIn.triesLeft(username, HERE)).isEqualTo(left);
        }
        assertThat(signIn.signIn(username, PASSWORD, HERE)).isEmpty();
        assertThat(signIn.signIn(username, PASSWORD, ELSEWHERE)).isPresent();
    }

    @Test
    @DisplayName("T-AUTH-06: an unknown name is counted and answered like a known one")
    void anUnknownNameIsTreatedAlike() {
        for (int tries = 0; tries < 5; tries++) {
            assertThat(signIn.signIn("nobody-of-that-name", "wrong", HERE)).isEmpty();
        }
        assertThat(signIn.triesLeft("nobody-of-that-name", HERE)).isZero();
    }

    @Test
    void aRightPasswordWipesTheFailuresOut() {
        signIn.signIn(username, "wrong", HERE);
        assertThat(signIn.signIn(username, PASSWORD, HERE)).isPresent();
        assertThat(signIn.triesLeft(username, HERE)).isEqualTo(5);
    }

    @Test
    void theDoorOpensAgainAfterAQuarterOfAnHour() {
        MovableClock time = new MovableClock(clock.instant());
        SignInThrottle throttle = new SignInThrottle(jdbc, transaction, time);
        for (int tries = 0; tries < 5; tries++) {
            assertThat(throttle.begin(username, HERE).open()).isTrue();
        }
        assertThat(throttle.begin(username, HERE).open()).isFalse();
        time.move(SignInThrottle.WINDOW.minusSeconds(1));
        assertThat(throttle.triesLeft(username, HERE)).isZero();
        time.move(Duration.ofSeconds(1));
        assertThat(throttle.begin(username, HERE).open()).isTrue();
        time.move(Duration.ofDays(2));
        throttle.sweep();
        assertThat(jdbc.sql("select count(*) from failed_sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void manyAddressesDoNotHelpAndOneAddressIsSlowedDownForAllNames() {
        SignInThrottle throttle = new SignInThrottle(jdbc, transaction, clock);
        for (int tries = 0; tries < SignInThrottle.PER_NAME; tries++) {
            assertThat(throttle.begin(username, "198.51.100." + tries).open()).isTrue();
        }
        assertThat(throttle.begin(username, "203.0.113.1").open()).isFalse();
        for (int tries = 0; tries < SignInThrottle.PER_ADDRESS; tries++) {
            assertThat(throttle.begin("guess-" + tries, HERE).open()).isTrue();
        }
        assertThat(throttle.begin("one-more", HERE).open()).isFalse();
    }

    @Test
    @DisplayName("T-AUTH-14: guesses sent at the same instant count, and none waits for a second connection")
    void guessesAtTheSameInstantCount() throws Exception {
        ExecutorService at = Executors.newFixedThreadPool(30);
        try {
            Callable<Boolean> guess =
                    () -> signIn.signIn(username, "wrong", HERE).isPresent();
            for (Future<Boolean> answer : at.invokeAll(java.util.Collections.nCopies(30, guess))) {
                assertThat(answer.get()).isFalse();
            }
        } finally {
            at.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from failed_sign_in where username = :name")
                        .param("name", username)
                        .query(Long.class)
                        .single())
                .isEqualTo(30);
        assertThat(signIn.signIn(username, PASSWORD, HERE)).isEmpty();
    }

    @Test
    @DisplayName("T-AUD-07: a failed sign-in stands in the trail, without what was typed")
    void aFailedSignInStandsInTheTrail() {
        signIn.signIn("a password typed into the wrong field", "wrong", HERE);
        List<String> entry = jdbc.sql("""
                        select object_id || ' ' || coalesce(object_label, '') || ' ' || succeeded from audit_entry
                        where action = :action order by id desc limit 1
                        """)
                .param("action", AccountAction.SIGN_IN_FAILED.labelKey())
                .query(String.class)
                .list();
        assertThat(entry).containsExactly("—  false");
    }

    /** A clock that goes when it is told to. */
    private static final class MovableClock extends Clock {

        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
