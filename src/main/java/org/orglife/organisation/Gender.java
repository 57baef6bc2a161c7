package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** As the roster gives it. */
public enum Gender implements Labelled {
    /** 男. */
    MALE,
    /** 女. */
    FEMALE
}
