/** Tests of the trail. */
@NullMarked
package org.orglife.audit;

import org.jspecify.annotations.NullMarked;
