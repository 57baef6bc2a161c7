package org.orglife.study;

import java.time.LocalDate;

/** Somebody who still has to make up for a session. */
public record StudyNeed(
        long sessionId,
        long memberId,
        String name,
        StudyMode mode,
        LocalDate heldOn,
        String topics,
        MakeUpState state) {}
