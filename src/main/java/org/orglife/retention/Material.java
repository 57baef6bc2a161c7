package org.orglife.retention;

import org.orglife.shared.Labelled;

/** What is kept for a time only (domain 7.5). Figures stay as they were: words go, records do not. */
public enum Material implements Labelled {
    /** What was said in talks; that they were held stays. */
    TALK_TEXTS,
    /** Opinions with a name; what was made of them stays. */
    SIGNED_OPINIONS,
    /** What was noted of self-criticism, criticism and response at the meeting; that it was given stays. */
    CRITICISM,
    /** Opinions without a name, once what was made of them is settled. */
    ANONYMOUS_OPINIONS,
    /** Texts for the meeting, with all their versions. */
    OUTLINES,
    /** Wording of personal problems and measures, with its history and evidence. */
    PERSONAL_LEDGERS,
    /** What a grade of 合格 or 基本合格 rests on; the grade stays. */
    REVIEW_PAPERS;

    @Override
    public String labelKey() {
        return "retention.material." + name();
    }

    /** Whether it is kept until so many later campaigns are over, not for a time. */
    public boolean isKeptByCycles() {
        return this == OUTLINES || this == PERSONAL_LEDGERS;
    }
}
