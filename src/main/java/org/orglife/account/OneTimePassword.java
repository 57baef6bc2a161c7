package org.orglife.account;

import java.security.SecureRandom;
import java.time.Duration;

/** Makes passwords to be read from paper: no character that looks like another one. */
final class OneTimePassword {

    /** How long one is good for from the moment it is handed out. */
    static final Duration VALID = Duration.ofDays(7);

    /** Small letters and digits without 0 o 1 l i. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePassword() {}

    /** Twelve characters in three groups, about 59 bits: {@code k3pm-92xq-7tra}. */
    static String next() {
        StringBuilder password = new StringBuilder();
        for (int number = 0; number < 12; number++) {
            if (number > 0 && number % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
