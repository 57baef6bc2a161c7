package org.orglife.opinion;

import org.orglife.audit.AuditAction;

/** What the trail tells of opinions: never a word of them. */
public enum OpinionAction implements AuditAction {
    /** An opinion was written down. */
    OPINION_RECORDED,
    /** An opinion was corrected. */
    OPINION_CHANGED,
    /** An opinion was withdrawn. */
    OPINION_WITHDRAWN,
    /** An anonymous opinion was marked. */
    OPINION_MARKED,
    /** A time of asking was entered. */
    COLLECTION_RECORDED,
    /** A time of asking was corrected. */
    COLLECTION_CHANGED,
    /** A time of asking was removed. */
    COLLECTION_REMOVED,
    /** Opinions were merged into a point. */
    POINT_MADE,
    /** A point was written anew, or its opinions changed. */
    POINT_CHANGED,
    /** A point was dissolved into its opinions. */
    POINT_DISSOLVED,
    /** It was decided what becomes of a point. */
    POINT_DECIDED,
    /** A decision was taken back. */
    POINT_REOPENED,
    /** The anonymous box was opened. */
    BOX_OPENED,
    /** More codes for the anonymous box were made. */
    BOX_CODES_MADE,
    /** The anonymous box was closed before its day. */
    BOX_CLOSED,
    /** A batch of anonymous opinions was released. */
    BOX_RELEASED,
    /** Opinions of a workbook were imported. */
    OPINIONS_IMPORTED,
    /** An import of opinions was taken back. */
    OPINIONS_IMPORT_UNDONE
}
