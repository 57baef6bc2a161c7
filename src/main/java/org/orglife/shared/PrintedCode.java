package org.orglife.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Codes to be read from paper: 26 characters of Crockford's base 32, 130 bits that nobody can guess. */
public final class PrintedCode {

    private static final int LENGTH = 26;
    private static final int GROUP = 4;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PrintedCode() {}

    /** A new one, without the gaps between its groups. */
    public static String next() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int at = 0; at < LENGTH; at++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** In groups of four, as it is printed. */
    public static String shown(String code) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < code.length(); at++) {
            if (at > 0 && at % GROUP == 0) {
                shown.append(' ');
            }
            shown.append(code.charAt(at));
        }
        return shown.toString();
    }

    /** What was typed, in the one form: capitals, without gaps, O as 0, I and L as 1; null if it can be no code. */
    public static @Nullable String read(@Nullable String typed) {
        String code = TypedText.cleanCode(typed);
        if (code == null || code.length() > 2 * LENGTH) {
            return null;
        }
        String even = code.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return even.length() == LENGTH && even.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) ? even : null;
    }

    /** What is kept of a code. */
    public static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
