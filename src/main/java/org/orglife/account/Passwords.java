package org.orglife.account;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords and compares them. The name in front of each hash says how it was made, so that another way may
 * follow.
 */
@Component
class Passwords {

    /** What a person may type: longer ones are refused when chosen, and would only be work for the hash. */
    static final int LONGEST = 128;

    private static final String CHOSEN = "argon2@app";
    private static final String HANDED_OUT = "argon2@slip";

    /** OWASP's least for passwords that people choose: 19 MiB, two passes. */
    private final PasswordEncoder slow = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);

    /** For passwords made at random (59 bits): nothing to guess, and hundreds are printed at once. */
    private final PasswordEncoder quick = new Argon2PasswordEncoder(16, 32, 1, 1_024, 1);

    private final PasswordEncoder any = new DelegatingPasswordEncoder(CHOSEN, Map.of(CHOSEN, slow, HANDED_OUT, quick));

    /** Lets only so many hashes be computed at once: a rush of sign-ins must not eat the heap. */
    private final Semaphore places = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    /** Compared with when there is no such account, so that the answer takes as long as for a real one. */
    private final String nobody = "{" + CHOSEN + "}" + slow.encode("nobody has this password");

    String ofChoice(String password) {
        return limited(() -> "{" + CHOSEN + "}" + slow.encode(password));
    }

    String oneTime(String password) {
        return limited(() -> "{" + HANDED_OUT + "}" + quick.encode(password));
    }

    /**
     * Whether the password is the one behind the hash. Takes the same time for every hash and for none.
     *
     * @param hash null if there is no such account, or it has no password yet
     */
    boolean matches(String typed, @Nullable String hash) {
        String bounded = typed.length() > LONGEST ? "" : typed;
        return limited(() -> {
            boolean isSlow = hash != null && hash.startsWith("{" + CHOSEN + "}");
            boolean right = hash != null && any.matches(bounded, hash);
            if (!isSlow) {
                any.matches(bounded, nobody);
            }
            return right;
        });
    }

    private <T> T limited(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
