package org.orglife.talk.web;

import org.orglife.shared.Labelled;

/** What the page of talks shows. */
enum TalkView implements Labelled {
    /** Members by whom of the committee has talked with them. */
    MEMBERS,
    /** The committee among themselves. */
    COMMITTEE,
    /** Every talk. */
    LIST
}
