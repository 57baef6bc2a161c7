/** Pages of the meeting. */
@NullMarked
package org.orglife.meeting.web;

import org.jspecify.annotations.NullMarked;
