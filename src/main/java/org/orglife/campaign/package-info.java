/**
 * Campaigns that a superior issues, and the task that each branch gets from them: aspects, steps with windows, policy,
 * supplements. What a step still needs is computed by the features that know ({@link org.orglife.campaign.StepCheck}).
 */
@NullMarked
package org.orglife.campaign;

import org.jspecify.annotations.NullMarked;
