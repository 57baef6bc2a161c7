/** Rounds against the packaged application, killed and started again: {@code ./mvnw -Pendurance verify}. */
@NullMarked
package org.orglife.endurance;

import org.jspecify.annotations.NullMarked;
