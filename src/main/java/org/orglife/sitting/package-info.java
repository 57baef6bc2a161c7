/**
 * 会上: what happens at a meeting. Who is there, whether that is enough, what is dealt with, who criticises whom, what
 * guests say. The paper around the meeting is kept in {@link org.orglife.meeting}; what is written of it afterwards is
 * drawn from here.
 */
@NullMarked
package org.orglife.sitting;

import org.jspecify.annotations.NullMarked;
