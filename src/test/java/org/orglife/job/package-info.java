/** Long work in the background. */
@NullMarked
package org.orglife.job;

import org.jspecify.annotations.NullMarked;
