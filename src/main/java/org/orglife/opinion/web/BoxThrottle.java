package org.orglife.opinion.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing and flooding without knowing who it is: addresses are counted under a keyed hash whose key is
 * forgotten with the window, in memory only.
 */
@Component
class BoxThrottle {

    /** Wrong codes a minute from one address; a whole office often has only one. */
    static final int WRONG_CODES = 20;

    /** Opinions an hour from one address; a meeting in one room throws in at the same time. */
    static final int OPINIONS = 120;

    private final AtomicReference<Window> wrongCodes = new AtomicReference<>(Window.of(-1));
    private final AtomicReference<Window> opinions = new AtomicReference<>(Window.of(-1));
    private final Clock clock;

    BoxThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Window(long number, SecretKeySpec key, Map<String, Integer> counts) {

        static Window of(long number) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return new Window(number, new SecretKeySpec(key, "HmacSHA256"), new ConcurrentHashMap<>());
        }

        int count(String address) {
            return counts.merge(hidden(address), 1, Integer::sum);
        }

        private String hidden(String address) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** Counts a wrong code, and says whether this address has typed too many. */
    boolean isGuessing(String address) {
        return count(wrongCodes, Duration.ofMinutes(1), address) > WRONG_CODES;
    }

    /** Counts an opinion, and says whether there were too many from this address. */
    boolean isFlooding(String address) {
        return count(opinions, Duration.ofHours(1), address) > OPINIONS;
    }

    private int count(AtomicReference<Window> kept, Duration length, String address) {
        long number = clock.millis() / length.toMillis();
        return kept.updateAndGet(window -> window.number() == number ? window : Window.of(number))
                .count(address);
    }
}
