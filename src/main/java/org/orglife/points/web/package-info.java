/** Pages of the points: the scheme, the register, one's own passbook. */
@NullMarked
package org.orglife.points.web;

import org.jspecify.annotations.NullMarked;
