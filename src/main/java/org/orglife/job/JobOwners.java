package org.orglife.job;

import java.util.Optional;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;

/** Tells who the owner of a job is at the moment it runs. Implemented where accounts are known. */
public interface JobOwners {

    /** The owner in the role he queued the job in, with what he may see now. */
    record Owner(Actor actor, BranchScope scope) {}

    /** Empty if the account is shut or holds the role no more. */
    Optional<Owner> find(long accountId, String actingAs);

    /** How a role held now is remembered with the job. */
    String actingAs(Actor actor);
}
