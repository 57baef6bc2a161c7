@NullMarked
package org.orglife.outline;

import org.jspecify.annotations.NullMarked;
