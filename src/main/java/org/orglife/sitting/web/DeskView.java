package org.orglife.sitting.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.MeetingPhase;

/** What one of the computers at the desk shows. */
enum DeskView {
    /** 主持: what is said, who is next. */
    CHAIR,
    /** 记录: the same with room to write. */
    RECORDER,
    /** 签到名单. */
    LIST;

    /**
     * What is asked for, otherwise what fits: the list while people come in, then the recorder's desk for whoever keeps
     * the record and does not chair.
     *
     * @param asked the parameter of the address; null for none
     */
    static DeskView of(@Nullable String asked, ConsoleView view) {
        if (view.held().getPhase() == MeetingPhase.CHECK_IN) {
            return LIST;
        }
        return Arrays.stream(values())
                .filter(one -> one.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(view.recorder() && !view.chair() ? RECORDER : CHAIR);
    }
}
