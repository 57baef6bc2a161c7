package org.orglife.talk;

import org.orglife.audit.AuditAction;

/** What the trail tells of talks: never with whom. */
public enum TalkAction implements AuditAction {
    /** A talk was recorded. */
    TALK_RECORDED,
    /** The record of a talk was corrected. */
    TALK_CHANGED,
    /** A record was withdrawn. */
    TALK_WITHDRAWN,
    /** Somebody who took part confirmed it. */
    TALK_CONFIRMED,
    /** The talks of a workbook were taken over. */
    TALKS_IMPORTED,
    /** An import of talks was taken back. */
    TALK_IMPORT_UNDONE
}
