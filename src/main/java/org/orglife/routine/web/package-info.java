/** Pages of the ordinary meetings of a branch. */
@NullMarked
package org.orglife.routine.web;

import org.jspecify.annotations.NullMarked;
