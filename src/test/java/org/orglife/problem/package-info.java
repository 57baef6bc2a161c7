@NullMarked
package org.orglife.problem;

import org.jspecify.annotations.NullMarked;
