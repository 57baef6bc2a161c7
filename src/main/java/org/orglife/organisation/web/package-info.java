/** Pages of the organisation: the tree of units, a unit, the roster, a member. */
@NullMarked
package org.orglife.organisation.web;

import org.jspecify.annotations.NullMarked;
