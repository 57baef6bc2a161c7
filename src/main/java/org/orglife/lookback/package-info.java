/**
 * 回头看: after items were struck off, rounds in which they are looked at again. What did not hold is registered again.
 * Each result is given by somebody who does not answer for the item.
 */
@NullMarked
package org.orglife.lookback;

import org.jspecify.annotations.NullMarked;
