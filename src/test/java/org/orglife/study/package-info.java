@NullMarked
package org.orglife.study;

import org.jspecify.annotations.NullMarked;
