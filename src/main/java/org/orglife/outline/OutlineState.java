package org.orglife.outline;

import org.orglife.shared.Labelled;

/** How far somebody's text has come. */
public enum OutlineState implements Labelled {
    /** Begun; nobody else has seen it. */
    WRITING,
    /** Handed in; where it is read by somebody, he has not said anything yet. */
    HANDED_IN,
    /** Read, and given back with a remark. */
    RETURNED,
    /** Read, and found good. */
    ACCEPTED
}
