package org.orglife.excel;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how a text breaks into lines. Excel adjusts heights by itself only where nothing is merged, and not at all
 * in a file that is printed without having been edited.
 */
final class TextLines {

    private TextLines() {}

    /** Lines that the text takes in a column of this width; wide characters count two. */
    static int count(String text, int width) {
        // What cannot need a second line need not be looked at character by character.
        if (text.length() * 2 < width && text.indexOf('\n') < 0) {
            return 1;
        }
        int lines = 1;
        for (int end = endOfLine(text, 0, width); end < text.length(); end = endOfLine(text, end, width)) {
            lines++;
        }
        return lines;
    }

    /** The text cut behind so many lines, again and again; the last piece takes what is left. */
    static List<String> pieces(String text, int width, int[] lines, int from, int to) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int i = from; i < to - 1; i++) {
            int end = start;
            for (int line = 0; line < lines[i] && end < text.length(); line++) {
                end = endOfLine(text, end, width);
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** Where the line ends that begins here: behind its line feed, or before the character that finds no room. */
    private static int endOfLine(String text, int start, int width) {
        // The cell keeps a margin on both sides.
        int capacity = Math.max(2, width - 1);
        int used = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i + 1;
            }
            used += Character.isLowSurrogate(c) ? 0 : c < 0x2000 ? 1 : 2;
            if (used > capacity && i > start) {
                return i;
            }
        }
        return text.length();
    }
}
