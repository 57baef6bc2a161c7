package org.orglife.publication;

import org.orglife.shared.Labelled;

/** 公示范围 (domain 2.13): where the paper hangs, or to whom the text is sent. */
public enum Reach implements Labelled {
    /** 支部范围内. */
    BRANCH,
    /** 本单位. */
    UNIT,
    /** 社区、群众. */
    COMMUNITY
}
