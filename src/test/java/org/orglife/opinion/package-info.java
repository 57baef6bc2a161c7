@NullMarked
package org.orglife.opinion;

import org.jspecify.annotations.NullMarked;
