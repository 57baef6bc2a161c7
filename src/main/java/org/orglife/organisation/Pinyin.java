package org.orglife.organisation;

import com.hankcs.hanlp.HanLP;
import java.util.Locale;

/** Initials of names, so that "zsm" finds 周书敏. */
public final class Pinyin {

    private Pinyin() {}

    /**
     * The initial of each character of a name in lower case; a character without reading (rare ones, dots) stands for
     * itself. Polyphonic surnames get their usual reading by dictionary.
     */
    static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        name.codePoints().forEach(character -> initials.append(initial(Character.toString(character))));
        return initials.toString().toLowerCase(Locale.ROOT);
    }

    /** A name spelled out in small Latin letters, as in user names; empty if none of its characters has a reading. */
    public static String spelled(String name) {
        return HanLP.convertToPinyinString(name, "", false)
                .replace("ü", "v")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    private static String initial(String character) {
        String reading = HanLP.convertToPinyinString(character, "", false);
        return reading.isEmpty() || reading.equals("none") || reading.equals(character)
                ? character
                : reading.substring(0, 1);
    }
}
