package org.orglife.meeting;

import java.time.LocalDate;

/**
 * What leaves a member out of the expected list (BR-05).
 *
 * @param consentNumber number of the paper by which the superior agreed
 * @param consentOn its date
 * @param decidedOn day on which the general meeting decided
 */
public record ExclusionDetails(
        long memberId, ExclusionReason reason, String consentNumber, LocalDate consentOn, LocalDate decidedOn) {}
