/** Pages of figures: the overview of a campaign, the progress of its branches, the rows behind a figure. */
@NullMarked
package org.orglife.statistics.web;

import org.jspecify.annotations.NullMarked;
