package org.orglife.publication;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link Promise} as it is kept: with the branch, as every row inside one. */
@Embeddable
record PledgePromise(Long branchId, String text, @Nullable LocalDate dueOn) {

    Promise promise() {
        return new Promise(text, dueOn);
    }
}
