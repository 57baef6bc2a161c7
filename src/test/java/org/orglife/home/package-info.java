/** What waits for whoever signs in. */
@NullMarked
package org.orglife.home;

import org.jspecify.annotations.NullMarked;
