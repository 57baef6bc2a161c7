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
    SUPPLEMENT_ISSUED
}
