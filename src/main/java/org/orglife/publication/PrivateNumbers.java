package org.orglife.publication;

import java.util.regex.Pattern;

/** Finds what is nobody else's business in a text that is to be shown: phone numbers and numbers of identity cards. */
final class PrivateNumbers {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])("
            + "1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}" // mobile
            + "|0[0-9]{2,3}[- ]?[0-9]{7,8}" // with an area code
            + "|[0-9]{17}[0-9Xx]" // identity card
            + ")(?![0-9])");

    private PrivateNumbers() {}

    static boolean isIn(String text) {
        return NUMBER.matcher(text).find();
    }
}
