package org.orglife.opinion;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;

/**
 * What somebody has thrown into the box, on its way through it.
 *
 * @param group null if he did not say who he is
 * @param receipt hash of his receipt in hex; empty if he wanted none
 */
record BoxLetter(OpinionAbout about, @Nullable TargetGroup group, String receipt, String text) {

    /** Lengths to which texts are filled up; the longest holds any text of 2,000 characters. */
    private static final int[] LENGTHS = {1024, 4096, 16384};

    private static final String FIELD = "opinion.";
    private static final String NOBODY = "-";

    byte[] seal(Sealer sealer, UUID box) {
        String head = about + "\n" + (group == null ? NOBODY : group.name()) + "\n" + receipt + "\n";
        String whole = head + text + "\n";
        int length = whole.getBytes(StandardCharsets.UTF_8).length;
        for (int filled : LENGTHS) {
            if (length <= filled) {
                return sealer.seal(whole + "\0".repeat(filled - length), FIELD + box);
            }
        }
        throw new IllegalArgumentException("Too long for the box");
    }

    static BoxLetter open(Sealer sealer, UUID box, byte[] sealed) {
        String[] parts = sealer.open(sealed, FIELD + box).split("\n", 4);
        String text = parts[3].substring(0, parts[3].lastIndexOf('\n'));
        TargetGroup group = parts[1].equals(NOBODY) ? null : TargetGroup.valueOf(parts[1]);
        return new BoxLetter(OpinionAbout.valueOf(parts[0]), group, parts[2], text);
    }

    /** Says nothing, so that no log ever does. */
    @Override
    public String toString() {
        return "letter";
    }
}
