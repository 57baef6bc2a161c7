/** Pages of the ballot: those of its officers, and those behind {@code /b}, where nobody has a name. */
@NullMarked
package org.orglife.ballot.web;

import org.jspecify.annotations.NullMarked;
