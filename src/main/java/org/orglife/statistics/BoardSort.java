package org.orglife.statistics;

/** The orders in which branches can be listed. */
public enum BoardSort {
    /** Who has most overdue comes first. */
    OVERDUE("overdue desc, path"),
    /** As they hang in the tree. */
    TREE("path"),
    /** Who has closed least comes first. */
    CLOSED("closed * 1000 / greatest(items, 1), path"),
    /** Who has been quiet longest comes first. */
    QUIET("last_activity_at, path");

    private final String orderBy;

    BoardSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }
}
