package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Whether members' texts are given to all before the meeting. */
public enum ShareTexts implements Labelled {
    /** No. */
    OFF,
    /** Those whose author agrees. */
    AUTHOR_CONSENT
}
