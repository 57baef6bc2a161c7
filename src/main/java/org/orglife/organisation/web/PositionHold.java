package org.orglife.organisation.web;

import org.orglife.shared.Labelled;

/** How somebody holds a seat, as the form offers it. */
enum PositionHold implements Labelled {
    /** In the ordinary way. */
    HELD,
    /** For the time being. */
    ACTING,
    /** Helps out without holding it. */
    ASSISTANT,
    /** Nobody does. */
    VACANT
}
