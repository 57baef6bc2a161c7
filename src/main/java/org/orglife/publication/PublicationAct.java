package org.orglife.publication;

import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/** What can be done with a publication: in which states, by whom, and where it leads. The one table of it (gate G5). */
public enum PublicationAct {
    /** Write it anew. */
    CHANGE(PublicationState.DRAFT),
    /** Drop a proposal. */
    DELETE(null),
    /** 核对: a second person looks for what must not be shown. */
    CHECK(PublicationState.CHECKED),
    /** Send it back to be written anew; what was checked and approved counts no longer. */
    GIVE_BACK(PublicationState.DRAFT),
    /** 批准. */
    APPROVE(PublicationState.APPROVED),
    /** 公示. */
    PUBLISH(PublicationState.PUBLISHED),
    /** 撤下, at once. */
    WITHDRAW(PublicationState.WITHDRAWN),
    /** Its days are over, and the paper is taken down. */
    END(PublicationState.ENDED),
    /** 公布进展: propose the same list again, with how far it has come. */
    REPORT(null);

    private final @Nullable PublicationState to;

    PublicationAct(@Nullable PublicationState to) {
        this.to = to;
    }

    /** Whether a role may do it at all. */
    public boolean isFor(Role role) {
        return switch (this) {
            case CHANGE, DELETE, REPORT -> role.worksForBranch();
            case CHECK, GIVE_BACK, PUBLISH, WITHDRAW, END -> role.sitsOnCommittee();
            case APPROVE -> role.leadsBranch();
        };
    }

    /** Whether it can be done in a state. */
    public boolean isPossibleIn(PublicationState state) {
        return switch (this) {
            case CHANGE, DELETE, CHECK -> state == PublicationState.DRAFT;
            case GIVE_BACK -> state == PublicationState.CHECKED || state == PublicationState.APPROVED;
            case APPROVE -> state == PublicationState.CHECKED;
            case PUBLISH -> state == PublicationState.APPROVED;
            case WITHDRAW, END -> state == PublicationState.PUBLISHED;
            case REPORT -> state.isShown();
        };
    }

    /** The state it leads to; null where it changes none. */
    @Nullable
    PublicationState to() {
        return to;
    }
}
