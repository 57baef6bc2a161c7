package org.orglife.rectification;

import java.util.Collection;
import java.util.Set;

/** What beside open items keeps a branch from being done. Implemented by features that follow the ledger. */
public interface UnfinishedWork {

    /** Those of the tasks in which something is not finished yet. */
    Set<Long> of(Collection<Long> taskIds);
}
