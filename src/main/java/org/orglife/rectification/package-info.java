/**
 * The ledger: what is done about each problem, by whom and until when, until a second person strikes it off. Ledgers
 * are filters over its rows, not stores of their own.
 */
@NullMarked
package org.orglife.rectification;

import org.jspecify.annotations.NullMarked;
