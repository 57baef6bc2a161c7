/** 三会一课、主题党日: the ordinary meetings of a branch, who was at them, and in which months and quarters there were any. */
@NullMarked
package org.orglife.routine;

import org.jspecify.annotations.NullMarked;
