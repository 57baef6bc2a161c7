package org.orglife.account;

import java.util.Optional;
import org.orglife.job.JobOwners;
import org.orglife.shared.Actor;
import org.springframework.stereotype.Component;

/** Jobs run with the rights their owner has when they run, not with those he had when he queued them. */
@Component
class AccountJobOwners implements JobOwners {

    private final SignedInUsers users;

    AccountJobOwners(SignedInUsers users) {
        this.users = users;
    }

    @Override
    public Optional<Owner> find(long accountId, String actingAs) {
        return users.ofAccount(accountId, actingAs)
                .filter(user -> user.acting() != null && user.acting().key().equals(actingAs))
                .map(user -> new Owner(user, user.scope()));
    }

    @Override
    public String actingAs(Actor actor) {
        return actor instanceof SignedInUser user && user.acting() != null
                ? user.acting().key()
                : actor.role().name() + ":" + (actor.unitId() == null ? "" : actor.unitId());
    }
}
