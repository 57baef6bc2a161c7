package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** Why a member may be left out of the expected list (BR-05), each with the superior's consent and a decision. */
public enum ExclusionReason implements Labelled {
    /** (a) Ill and unable to express his own will. */
    NO_WILL,
    /** (b) Abroad at his own expense for more than half a year. */
    ABROAD,
    /** (c) In custody, serving a sentence, or under 留党察看 where the six-item version holds. */
    IN_CUSTODY,
    /** (d) Bedridden or unable to care for himself. */
    BEDRIDDEN,
    /** (e) Away for more than half a year; should have moved his membership and has not. */
    AWAY,
    /** (f) Retired, lives at his home place and cannot take part. */
    RETIRED_AWAY
}
