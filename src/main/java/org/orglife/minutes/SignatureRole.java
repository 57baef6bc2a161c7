package org.orglife.minutes;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.shared.Labelled;
import org.orglife.sitting.HeldMeeting;

/** In what capacity somebody signs minutes. */
public enum SignatureRole implements Labelled {
    /** 主持人. */
    CHAIR,
    /** 记录人. */
    RECORDER;

    /** Who signs in it; null only where a workbook named no recorder. */
    public @Nullable Member of(HeldMeeting held) {
        return this == CHAIR ? held.getChair() : held.getRecorder();
    }
}
