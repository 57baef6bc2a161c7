package org.orglife.excel;

/** How exact a date has to be. */
public enum DateKind {
    /** A month alone is refused. */
    DAY,
    /** A month alone means its last day, as in a deadline "2023年8月". */
    LAST_DAY
}
