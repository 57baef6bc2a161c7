@NullMarked
package org.orglife.minutes;

import org.jspecify.annotations.NullMarked;
