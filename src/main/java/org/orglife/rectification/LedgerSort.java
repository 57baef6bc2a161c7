package org.orglife.rectification;

/** The orders the ledger offers; the columns are fixed here and never taken from a request. */
public enum LedgerSort {
    /** Branch by branch, the newest campaign first, in the order in which problems were put down. */
    NUMBER("path, task_id desc, number, id"),
    /** What is due first comes first; what is done or for the long term comes last. */
    DUE("due_on nulls last, path, number, id"),
    /** What is due last comes first. */
    DUE_DESCENDING("due_on desc nulls last, path, number, id");

    private final String orderBy;

    LedgerSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }
}
