/** The user guide. */
@NullMarked
package org.orglife.help;

import org.jspecify.annotations.NullMarked;
