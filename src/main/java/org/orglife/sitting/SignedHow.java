package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** How somebody was signed in. */
public enum SignedHow implements Labelled {
    /** Ticked on the recorder's list. */
    LIST,
    /** By himself, with the code shown in the room. */
    SELF,
    /** 代签: by somebody for him. */
    ON_BEHALF
}
