/** Pages of 超期督办. */
@NullMarked
package org.orglife.reminder.web;

import org.jspecify.annotations.NullMarked;
