package org.orglife.routine;

import java.time.LocalDate;

/**
 * A meeting of a campaign (组织生活会) in the year it is counted for.
 *
 * @param campaign title
 * @param review whether members were reviewed with it (民主评议党员)
 */
public record YearlyMeeting(long taskId, String campaign, LocalDate heldOn, boolean review) {}
