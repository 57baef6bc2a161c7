@NullMarked
package org.orglife.sitting;

import org.jspecify.annotations.NullMarked;
