package org.orglife.publication;

import org.jspecify.annotations.Nullable;

/**
 * A row that might be shown.
 *
 * @param label its number in the ledger, or a name
 * @param personal whether it is somebody's own problem, which he lets be shown
 * @param objection code of the sentence that says why it cannot be chosen; null where it can
 */
public record Candidate(
        long id,
        String label,
        String text,
        boolean personal,
        @Nullable String objection) {

    public boolean isOpen() {
        return objection == null;
    }
}
