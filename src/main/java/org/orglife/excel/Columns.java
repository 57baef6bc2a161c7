package org.orglife.excel;

import org.apache.poi.ss.util.CellReference;

/** Columns as letters and as indexes from 0. */
final class Columns {

    /** Index of XFD. */
    static final int LAST = 16_383;

    private Columns() {}

    /** Index of the column in an address such as {@code C18}; -1 if it does not begin with a column that Excel has. */
    static int indexOf(String address) {
        int index = 0;
        int letters = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            int letter = Character.toUpperCase(address.charAt(letters)) - 'A' + 1;
            if (++letters > 3 || letter < 1 || letter > 26) {
                return -1;
            }
            index = index * 26 + letter;
        }
        return index - 1 > LAST ? -1 : index - 1;
    }

    static String letters(int column) {
        return CellReference.convertNumToColString(column);
    }

    static String address(int row, int column) {
        return letters(column) + row;
    }
}
