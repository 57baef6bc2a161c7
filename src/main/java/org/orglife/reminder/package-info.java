/** 超期督办: tells who is late, once at each step, and keeps what was done about it. Looks at the ledger; nothing looks at it. */
@NullMarked
package org.orglife.reminder;

import org.jspecify.annotations.NullMarked;
