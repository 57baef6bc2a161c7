package org.orglife.ballot;

import org.orglife.shared.Labelled;

/** How a ballot is held. */
public enum BallotMode implements Labelled {
    /** By slips: on the phone, on a shared device, or a slip is exchanged for a sheet of paper. */
    SLIPS,
    /** On paper alone. */
    PAPER
}
