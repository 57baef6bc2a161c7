@NullMarked
package org.orglife.meeting;

import org.jspecify.annotations.NullMarked;
