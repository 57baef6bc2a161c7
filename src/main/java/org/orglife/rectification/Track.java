package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** How soon a measure is to be done (domain 1.6). */
public enum Track implements Labelled {
    /** 立行立改. */
    IMMEDIATE,
    /** 限期整改. */
    TERM,
    /** 长期坚持: no date, but a result to show at each stage. */
    LONG_TERM
}
