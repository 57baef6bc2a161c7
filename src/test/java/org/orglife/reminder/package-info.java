@NullMarked
package org.orglife.reminder;

import org.jspecify.annotations.NullMarked;
