package org.orglife.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A little work that a phone does in about a second before it throws something in without a code: to find a number with
 * which the hash of box, day and text begins with 15 zero bits. A person does not notice it, who floods the box does.
 */
public final class NamelessProof {

    private static final String ZEROS = "000";

    /** The fourth digit holds the last three of the 15 bits. */
    private static final char LARGEST_FOURTH = '1';

    private static final int LONGEST = 20;

    private NamelessProof() {}

    /**
     * Whether the work was done for that text, today or yesterday.
     *
     * @param box in which it is to be put
     * @param text as it was sent
     * @param number what was found; null if nothing was sent
     */
    public static boolean isDone(UUID box, String text, @Nullable String number, LocalDate today) {
        return number != null
                && number.length() <= LONGEST
                && (fits(box, today, text, number) || fits(box, today.minusDays(1), text, number));
    }

    private static boolean fits(UUID box, LocalDate day, String text, String number) {
        String hash = hash(box + ":" + day + ":" + hash(text.replace("\r\n", "\n")) + ":" + number);
        return hash.startsWith(ZEROS) && hash.charAt(ZEROS.length()) <= LARGEST_FOURTH;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
