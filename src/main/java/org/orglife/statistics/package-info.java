/** Figures, boards and reports: counted from the records, never typed. Looks at every feature; none looks at it. */
@NullMarked
package org.orglife.statistics;

import org.jspecify.annotations.NullMarked;
