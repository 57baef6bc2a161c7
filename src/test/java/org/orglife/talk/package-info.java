@NullMarked
package org.orglife.talk;

import org.jspecify.annotations.NullMarked;
