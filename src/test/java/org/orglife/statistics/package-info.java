/** Figures and boards, as those who may see them meet them. */
@NullMarked
package org.orglife.statistics;

import org.jspecify.annotations.NullMarked;
