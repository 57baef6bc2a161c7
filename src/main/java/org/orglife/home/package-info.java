/** 待办: what is waiting for whoever signs in. Looks at every feature; no feature looks at it. */
@NullMarked
package org.orglife.home;

import org.jspecify.annotations.NullMarked;
