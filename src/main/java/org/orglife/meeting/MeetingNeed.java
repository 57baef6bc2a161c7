package org.orglife.meeting;

/** What waits for somebody around a meeting. */
public enum MeetingNeed {
    /** The secretary: ask the superior to agree. */
    ASK,
    /** The secretary: send the notice. */
    TELL,
    /** The secretary: the superior wants more. */
    MEND,
    /** The secretary: somebody joined or left since the expected list was confirmed. */
    LIST,
    /** The secretary: answer those who ask for leave. */
    LEAVES,
    /** The office: answer a branch that wants to meet. */
    APPROVE,
    /** The office: answer a branch that wants to meet later than it may. */
    CONSENT,
    /** A member: read the notice. */
    READ,
    /** A member: his leave was not accepted. */
    COME
}
