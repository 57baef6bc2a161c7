package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Of whom one third may be 优秀 (BR-22, BR-22a). */
public enum ExcellentBase implements Labelled {
    /** Of the full members enrolled. */
    FULL_MEMBERS,
    /** Of those who took part. */
    PARTICIPANTS
}
