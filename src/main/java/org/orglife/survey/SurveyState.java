package org.orglife.survey;

import org.orglife.shared.Labelled;

/** The life of a survey. */
public enum SurveyState implements Labelled {
    /** 准备中: may be changed and dropped. */
    DRAFT,
    /** 正在测评: answers come in and nobody can read them. */
    OPEN,
    /** 已结束: counted, for good. */
    CLOSED;

    boolean canBecome(SurveyState next) {
        return this == DRAFT ? next == OPEN : this == OPEN && next == CLOSED;
    }
}
