/** Pages of the ledger: its views, single items, and what is done with them. */
@NullMarked
package org.orglife.rectification.web;

import org.jspecify.annotations.NullMarked;
