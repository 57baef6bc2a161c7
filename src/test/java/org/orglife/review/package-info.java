@NullMarked
package org.orglife.review;

import org.jspecify.annotations.NullMarked;
