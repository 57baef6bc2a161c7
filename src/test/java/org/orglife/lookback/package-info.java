@NullMarked
package org.orglife.lookback;

import org.jspecify.annotations.NullMarked;
