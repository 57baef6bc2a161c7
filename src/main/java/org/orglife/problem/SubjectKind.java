package org.orglife.problem;

import org.jspecify.annotations.Nullable;
import org.orglife.campaign.AspectSubject;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.Labelled;

/** Whose problem it is; counted apart (domain 1.6). */
public enum SubjectKind implements Labelled {
    /** 党支部. */
    BRANCH,
    /** 支部书记. */
    SECRETARY,
    /** 支委委员. */
    COMMITTEE_MEMBER,
    /** 党员. */
    MEMBER;

    /** Whether it belongs to a person, whose text the superior does not read (domain 7.2). */
    public boolean isPersonal() {
        return this != BRANCH;
    }

    /**
     * The kind under which a member's problems are counted.
     *
     * @param seat on the branch committee; null without one
     */
    public static SubjectKind of(@Nullable PositionKind seat) {
        if (seat == null) {
            return MEMBER;
        }
        return seat == PositionKind.SECRETARY ? SECRETARY : COMMITTEE_MEMBER;
    }

    /** The set of aspects it is looked for against. */
    public AspectSubject aspects() {
        return this == BRANCH ? AspectSubject.BRANCH : AspectSubject.MEMBER;
    }
}
