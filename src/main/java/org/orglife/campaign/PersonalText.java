package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether members write a text for the meeting. */
public enum PersonalText implements Labelled {
    /** No written material. */
    NONE,
    /** An outline, if one likes. */
    OUTLINE_OPTIONAL,
    /** An outline. */
    OUTLINE_REQUIRED,
    /** A full text. */
    FULL_TEXT_REQUIRED
}
