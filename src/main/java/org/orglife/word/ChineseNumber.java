package org.orglife.word;

/** Whole numbers from 1 to 99 in the characters of headings. */
final class ChineseNumber {

    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumber() {}

    static String of(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("No heading is numbered " + number);
        }
        StringBuilder text = new StringBuilder();
        if (number >= 20) {
            text.append(DIGITS.charAt(number / 10));
        }
        if (number >= 10) {
            text.append('十');
        }
        if (number % 10 > 0) {
            text.append(DIGITS.charAt(number % 10));
        }
        return text.toString();
    }
}
