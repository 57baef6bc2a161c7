package org.orglife.campaign;

import org.orglife.audit.AuditAction;

/** What the trail tells of campaigns. */
public enum CampaignAction implements AuditAction {
    /** A draft was begun. */
    CAMPAIGN_DRAFTED,
    /** A draft was changed. */
    CAMPAIGN_CHANGED,
    /** A draft was thrown away. */
    CAMPAIGN_DELETED,
    /** A campaign was sent round for opinions. */
    CAMPAIGN_CONSULTED,
    /** A campaign was issued. */
    CAMPAIGN_ISSUED,
    /** A campaign was called off. */
    CAMPAIGN_CANCELLED,
    /** A season held elsewhere was entered afterwards. */
    CAMPAIGN_BACKFILLED,
    /** Something was added to an issued campaign. */
    SUPPLEMENT_ISSUED,
    /** A branch confirmed that it has read the notice and its supplements. */
    NOTICE_READ,
    /** A branch asked about the notice. */
    QUESTION_ASKED,
    /** A branch took a question back. */
    QUESTION_WITHDRAWN,
    /** The office answered a question for all branches. */
    QUESTION_ANSWERED,
    /** A branch settled day, place and people of its meeting. */
    PLAN_SETTLED,
    /** A branch added a step of its own. */
    OWN_STEP_ADDED,
    /** A branch took a step of its own off its list. */
    OWN_STEP_DROPPED,
    /** A branch noted what it did outside the system. */
    STEP_NOTED,
    /** A branch took such a note back. */
    STEP_UNNOTED,
    /** A branch meets without a step and says why. */
    STEP_WAIVED,
    /** A step is to be done after all. */
    STEP_TAKEN_UP,
    /** A branch is ready to meet. */
    TASK_READY,
    /** A branch is preparing again. */
    TASK_REOPENED,
    /** A branch asked its superior to agree to the meeting. */
    APPROVAL_REQUESTED,
    /** The superior agreed. */
    MEETING_APPROVED,
    /** The superior wants more. */
    MEETING_RETURNED,
    /** The meeting is fixed, the notice out. */
    MEETING_SCHEDULED,
    /** The notice was taken back. */
    NOTICE_RECALLED,
    /** The meeting was moved to another day. */
    MEETING_POSTPONED,
    /** The meeting began, or went on. */
    MEETING_BEGUN,
    /** The meeting was interrupted. */
    MEETING_ADJOURNED,
    /** The meeting was over. */
    MEETING_ENDED,
    /** A branch reported to its superior. */
    TASK_REPORTED,
    /** The superior wants the meeting held again. */
    MEETING_TO_REPEAT,
    /** Nothing is left to be rectified. */
    TASK_COMPLETED,
    /** Something is to be rectified after all. */
    TASK_TAKEN_UP,
    /** A campaign whose branches are all done was closed. */
    CAMPAIGN_CLOSED
}
