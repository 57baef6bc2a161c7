/**
 * 民主评议党员: who takes part, what the committee decides of each, how he is told, and what follows. The count of the ballot is
 * shown beside the decision and never makes it.
 */
@NullMarked
package org.orglife.review;

import org.jspecify.annotations.NullMarked;
