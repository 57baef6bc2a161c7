/**
 * 开会: who is expected, when and where a branch meets, who is told and invited, who asks for leave. The state of the
 * branch's task moves on in {@link org.orglife.campaign}, which this feature asks.
 */
@NullMarked
package org.orglife.meeting;

import org.jspecify.annotations.NullMarked;
