package org.orglife.account;

import org.orglife.shared.Labelled;

/** In what order accounts are listed. */
public enum AccountSort implements Labelled {
    /** By the unit, then by name. */
    UNIT("b.path nulls first, a.officer desc, a.display_name collate zh_pinyin, a.id"),
    /** By name. */
    NAME("a.display_name collate zh_pinyin, a.id"),
    /** Those who have never signed in, or not for the longest time, first. */
    LAST_SIGN_IN("a.last_sign_in_at nulls first, a.id"),
    /** The newest first. */
    NEWEST("a.created_at desc, a.id desc");

    private final String orderBy;

    AccountSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }
}
