package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whom a set of aspects is for; the secretary and committee members use the members' set. */
public enum AspectSubject implements Labelled {
    /** For the problems of the branch. */
    BRANCH,
    /** For the problems of each member. */
    MEMBER
}
