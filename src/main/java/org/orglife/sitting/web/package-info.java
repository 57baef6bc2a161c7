/** The console of a meeting, what is projected, the sign-in, the papers to be printed for it. */
@NullMarked
package org.orglife.sitting.web;

import org.jspecify.annotations.NullMarked;
