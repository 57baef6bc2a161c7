/** What the organisation promises. */
@NullMarked
package org.orglife.organisation;

import org.jspecify.annotations.NullMarked;
