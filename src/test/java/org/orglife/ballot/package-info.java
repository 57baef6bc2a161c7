@NullMarked
package org.orglife.ballot;

import org.jspecify.annotations.NullMarked;
