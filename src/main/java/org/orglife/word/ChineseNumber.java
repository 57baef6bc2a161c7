package org.orglife.word;

/** Whole numbers from 1 to 9999 in the characters of headings. */
final class ChineseNumber {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String[] UNITS = {"", "十", "百", "千"};

    private ChineseNumber() {}

    static String of(int number) {
        if (number < 1 || number > 9999) {
            throw new IllegalArgumentException("No heading is numbered " + number);
        }
        StringBuilder text = new StringBuilder();
        String places = String.valueOf(number);
        boolean gap = false;
        for (int i = 0; i < places.length(); i++) {
            int digit = places.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
                continue;
            }
            if (gap) {
                text.append(DIGITS.charAt(0));
                gap = false;
            }
            text.append(DIGITS.charAt(digit)).append(UNITS[places.length() - 1 - i]);
        }
        // Ten to nineteen go without the one.
        return number >= 10 && number < 20 ? text.substring(1) : text.toString();
    }
}
