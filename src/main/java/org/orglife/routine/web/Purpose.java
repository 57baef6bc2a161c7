package org.orglife.routine.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the one form of a meeting is filled in for. */
enum Purpose {
    /** 计划会议. */
    PLAN,
    /** 记一次会议. */
    RECORD,
    /** 修改计划. */
    CHANGE,
    /** 记录这次会议. */
    HOLD,
    /** 更正. */
    CORRECT;

    /** Where it is sent to. */
    String action(@Nullable Long id) {
        return switch (this) {
            case PLAN -> "/routine/plans";
            case RECORD -> "/routine";
            case CHANGE -> "/routine/" + Objects.requireNonNull(id) + "/plan";
            case HOLD -> "/routine/" + Objects.requireNonNull(id) + "/held";
            case CORRECT -> "/routine/" + Objects.requireNonNull(id);
        };
    }

    /** The page it stands on. */
    String page(@Nullable Long id) {
        return switch (this) {
            case PLAN -> "/routine/new?plan=true";
            case RECORD -> "/routine/new";
            case CHANGE, CORRECT -> "/routine/" + Objects.requireNonNull(id) + "/edit";
            case HOLD -> "/routine/" + Objects.requireNonNull(id) + "/held";
        };
    }

    /** Whether it asks who was there. */
    public boolean isHeld() {
        return this == RECORD || this == HOLD || this == CORRECT;
    }

    /** Whether it makes a new meeting. */
    public boolean isNew() {
        return this == PLAN || this == RECORD;
    }
}
