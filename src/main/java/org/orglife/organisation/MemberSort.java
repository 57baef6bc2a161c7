package org.orglife.organisation;

/** The orders a member list offers; the columns are fixed here and never taken from a request. */
public enum MemberSort {
    /** As the organisation has it: branch by branch, seats first, then by pinyin. */
    BRANCH("u.path, seat_rank, m.name collate zh_pinyin, m.id"),
    /** By pinyin. */
    NAME("m.name collate zh_pinyin, m.id"),
    /** Group by group, those in none last. */
    GROUP("u.path, g.name collate zh_pinyin nulls last, seat_rank, m.name collate zh_pinyin, m.id"),
    /** Full members first. */
    KIND("m.kind, m.name collate zh_pinyin, m.id"),
    /** Longest in the Party first. */
    JOINED("m.joined_on nulls last, m.name collate zh_pinyin, m.id"),
    /** Newest in the Party first. */
    JOINED_LAST("m.joined_on desc nulls last, m.name collate zh_pinyin, m.id");

    private final String orderBy;

    MemberSort(String orderBy) {
        this.orderBy = orderBy;
    }

    String orderBy() {
        return orderBy;
    }
}
