/** Campaigns, from the draft to the branches. */
@NullMarked
package org.orglife.campaign;

import org.jspecify.annotations.NullMarked;
