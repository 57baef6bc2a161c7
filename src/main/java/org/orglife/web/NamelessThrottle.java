package org.orglife.web;

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
public class NamelessThrottle {

    /** Wrong codes a minute from one address; a whole office often has only one. */
    public static final int WRONG_CODES = 20;

    /** Texts an hour from one address; a meeting in one room throws them in at the same time. */
    public static final int TEXTS = 120;

    private final AtomicReference<Window> wrongCodes = new AtomicReference<>(Window.of(-1));
    private final AtomicReference<Window> texts = new AtomicReference<>(Window.of(-1));
    private final Clock clock;

    NamelessThrottle(Clock clock) {
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
    public boolean isGuessing(String address) {
        return count(wrongCodes, Duration.ofMinutes(1), address) > WRONG_CODES;
    }

    /** Counts a text, and says whether there were too many from this address. */
    public boolean isFlooding(String address) {
        return count(texts, Duration.ofHours(1), address) > TEXTS;
    }

    private int count(AtomicReference<Window> kept, Duration length, String address) {
        long number = clock.millis() / length.toMillis();
        return kept.updateAndGet(window -> window.number() == number ? window : Window.of(number))
                .count(address);
    }
}
