package org.orglife.job;

import java.io.Serial;

/** The owner has cancelled the job: the work stops where it is and rolls back. */
public class JobCancelledException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    JobCancelledException() {
        super("Cancelled by its owner");
    }
}
