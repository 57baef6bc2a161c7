/** Files on disk under random names: taken in, handed out to their owner, removed when their time is over. */
@NullMarked
package org.orglife.attachment;

import org.jspecify.annotations.NullMarked;
