package org.orglife.publication;

import org.orglife.audit.AuditAction;

/** What the trail tells of publications and pledges. */
public enum PublicationAction implements AuditAction {
    /** Something was proposed to be shown. */
    PROPOSED,
    /** A proposal was changed. */
    CHANGED,
    /** A proposal was dropped. */
    DROPPED,
    /** A second person checked it. */
    CHECKED,
    /** It was sent back to be changed. */
    GIVEN_BACK,
    /** It was approved. */
    APPROVED,
    /** It is shown. */
    PUBLISHED,
    /** It was taken down before its time. */
    WITHDRAWN,
    /** It was taken down after its time. */
    ENDED,
    /** Somebody lets his own problem be shown. */
    CONSENT_GIVEN,
    /** Somebody does not let his own problem be shown any more. */
    CONSENT_TAKEN_BACK,
    /** A pledge was written or changed. */
    PLEDGE_WRITTEN,
    /** A pledge was dropped. */
    PLEDGE_DROPPED,
    /** A pledge was looked at and is fit to be shown. */
    PLEDGE_REVIEWED,
    /** A pledge was given back to be written anew. */
    PLEDGE_GIVEN_BACK,
    /** Somebody told how he keeps a pledge. */
    PLEDGE_REPORTED,
    /** It was said in words how a pledge was kept. */
    PLEDGE_EVALUATED
}
