package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** What a campaign is about (domain 1.5). */
public enum CampaignKind implements Labelled {
    /** 专题组织生活会: with a theme, tied to an education campaign. */
    THEMATIC,
    /** 年度组织生活会: the yearly one. */
    ANNUAL
}
