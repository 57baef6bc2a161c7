package org.orglife.publication;

import org.orglife.shared.Labelled;

/** Where a publication stands (domain 2.13). */
public enum PublicationState implements Labelled {
    /** 待核对: proposed; may still be changed. */
    DRAFT,
    /** 待批准: a second person found nothing in it that must not be shown. */
    CHECKED,
    /** 待公示: the secretary agrees. */
    APPROVED,
    /** 公示中: shown. */
    PUBLISHED,
    /** 公示结束: its days are over and what hung on the wall is taken down. */
    ENDED,
    /** 已撤下: taken down at once, for a reason. */
    WITHDRAWN;

    /** Whether everybody in the branch and above it may read it. */
    public boolean isShown() {
        return this == PUBLISHED || this == ENDED;
    }
}
