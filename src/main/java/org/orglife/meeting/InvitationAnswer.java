package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** What somebody who is invited has answered. */
public enum InvitationAnswer implements Labelled {
    /** Nothing yet. */
    OPEN,
    /** He comes. */
    YES,
    /** He does not. */
    NO
}
