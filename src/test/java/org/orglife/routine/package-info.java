@NullMarked
package org.orglife.routine;

import org.jspecify.annotations.NullMarked;
