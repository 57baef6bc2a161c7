package org.orglife.review;

import org.orglife.shared.Labelled;

/** What a case comes to (BR-53). */
public enum DispositionOutcome implements Labelled {
    /** 限期改正: for a year at most. */
    CORRECTION,
    /** 劝其退党. */
    PERSUADED_TO_LEAVE,
    /** 除名. */
    REMOVED
}
