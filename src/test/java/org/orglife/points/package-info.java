@NullMarked
package org.orglife.points;

import org.jspecify.annotations.NullMarked;
