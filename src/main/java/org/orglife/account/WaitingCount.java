package org.orglife.account;

import org.orglife.shared.BranchScope;

/** Counts what is waiting for somebody, for the badge in the menu. */
public interface WaitingCount {

    /** Number of to-dos, things. */
    int of(BranchScope scope);
}
