package org.orglife.survey;

import org.orglife.audit.AuditAction;

/** What the trail tells of surveys: never what anybody answered, nor what they came to. */
public enum SurveyAction implements AuditAction {
    /** A survey was prepared. */
    SURVEY_PREPARED,
    /** How a survey asks was changed. */
    SURVEY_CHANGED,
    /** A survey that was prepared was dropped. */
    SURVEY_DROPPED,
    /** A survey was opened. */
    SURVEY_OPENED,
    /** More codes for a survey were made. */
    SURVEY_CODES_MADE,
    /** A survey was closed and counted. */
    SURVEY_CLOSED
}
