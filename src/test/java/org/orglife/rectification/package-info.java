/** What the ledger promises. */
@NullMarked
package org.orglife.rectification;

import org.jspecify.annotations.NullMarked;
