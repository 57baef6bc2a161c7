package org.orglife.excel;

/** Hears how far the writing of a workbook has come; may throw to stop it. */
@FunctionalInterface
public interface Progress {

    /** Rows between two calls. */
    int STEP = 500;

    /** Nobody listens. */
    Progress NONE = rows -> {};

    /** So many rows have been written; called every {@value #STEP} rows. */
    void written(long rows);
}
