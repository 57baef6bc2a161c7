/** What goes when its time is over, and what stays. */
@NullMarked
package org.orglife.retention;

import org.jspecify.annotations.NullMarked;
