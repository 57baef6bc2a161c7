/** Pages of campaigns, and the workspace of a branch. */
@NullMarked
package org.orglife.campaign.web;

import org.jspecify.annotations.NullMarked;
