package org.orglife.review;

import org.orglife.audit.AuditAction;

/** What the trail tells of a review: that something was done, never a grade or a word. */
public enum ReviewAction implements AuditAction {
    /** A member's part in it was changed. */
    PARTICIPATION_CHANGED,
    /** It was noted who met to decide. */
    MEETING_NOTED,
    /** What a grade rests on was written. */
    DESCRIBED,
    DECIDED,
    /** A decision was taken back. */
    REOPENED,
    /** The superior let a branch have more 优秀 than the campaign allows. */
    MORE_ALLOWED,
    /** It was noted that a member was told. */
    FED_BACK,
    /** A member has said that he knows it. */
    ACKNOWLEDGED,
    /** A member has added something. */
    STATED,
    /** What a member improves was written or looked at again. */
    FOLLOWED_UP,
    /** It was noted how far a case is, or who may read it. */
    CASE_NOTED,
    /** The result, or a member's form, was taken out as a document. */
    TAKEN_OUT
}
