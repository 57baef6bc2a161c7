package org.orglife.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: whatever is asked for, something sensible comes out.
 *
 * @param number of the page, from 1
 * @param size rows a page, 20, 50 or 100
 */
public record Paging(int number, int size) {

    /** Rows beyond this are not paged to; a narrower filter finds them. */
    private static final int FARTHEST_ROW = 10_000;

    /** The page a request asks for; anything that makes no sense is the first page. */
    public static Paging of(@Nullable Integer page, int size) {
        int number = page == null || page < 1 ? 1 : page;
        return new Paging(Math.min(number, FARTHEST_ROW / size), size);
    }

    public long offset() {
        return (long) (number - 1) * size;
    }

    /** The page as it is drawn, once the number of rows is known. */
    public Pager over(long rows) {
        return new Pager(number, size, rows);
    }

    /** A page among the others: which rows it shows, and whether there is one before and after. */
    public record Pager(int number, int size, long rows) {

        public long first() {
            return rows == 0 ? 0 : Math.min((long) (number - 1) * size + 1, rows);
        }

        public long last() {
            return Math.min((long) number * size, rows);
        }

        public boolean hasPrevious() {
            return number > 1;
        }

        public boolean hasNext() {
            return last() < rows && (long) number * size < FARTHEST_ROW;
        }

        public boolean isNeeded() {
            return rows > size || number > 1;
        }
    }
}
