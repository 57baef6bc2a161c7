package org.orglife.opinion;

import org.orglife.shared.Labelled;

/** What became of a point. */
public enum Disposition implements Labelled {
    /** Nothing yet. */
    OPEN,
    /** It became a problem of the branch. */
    PROBLEM,
    /** It was answered in words. */
    ANSWERED,
    /** It is kept for reference. */
    KEPT
}
