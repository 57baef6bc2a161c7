/**
 * Party organisations as a tree, the members enrolled in their branches, and the seats they hold: all with dates, so
 * that yesterday's records keep yesterday's people.
 */
@NullMarked
package org.orglife.organisation;

import org.jspecify.annotations.NullMarked;
