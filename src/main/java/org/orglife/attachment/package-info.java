/** Files on disk under random names: looked into, taken in, handed out, removed when their time is over. */
@NullMarked
package org.orglife.attachment;

import org.jspecify.annotations.NullMarked;
