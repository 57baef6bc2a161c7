package org.orglife.records;

import org.orglife.shared.BranchScope;

/** One field of work, which knows what of it is stored about the caller himself. */
interface RecordSource {

    /** What is stored about the member of the scope, who is there; one statement, however much it is. */
    RecordList of(BranchScope scope);
}
