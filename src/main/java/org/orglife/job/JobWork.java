package org.orglife.job;

import java.util.Map;
import java.util.OptionalLong;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;

/** A kind of long work. Implemented by the feature whose work it is. */
public interface JobWork {

    /** Name by which jobs of this kind are queued, such as {@code ledger-export}. */
    String kind();

    /**
     * Does the work.
     *
     * @param parameters what was queued with it
     * @param actor who asked for it, in the role he asked in; resolved when the work begins
     * @param scope what he may see now
     * @return id of the stored file that is the result, if it is a file
     * @throws JobCancelledException from {@code progress}, to be let through
     */
    OptionalLong run(Map<String, String> parameters, Actor actor, BranchScope scope, Progress progress);

    /** Tells how far the work is. Throws once the owner has cancelled the job. */
    interface Progress {

        /** So many of so many; a total of 0 means that it is not known. */
        void reached(long done, long total);
    }
}
