package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether somebody reads the drafts before the meeting. */
public enum TextReview implements Labelled {
    /** Nobody does. */
    OFF,
    /** The secretary. */
    BY_SECRETARY,
    /** The committee. */
    BY_COMMITTEE
}
