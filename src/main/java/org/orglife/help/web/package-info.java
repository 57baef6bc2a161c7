/** The pages of the user guide. */
@NullMarked
package org.orglife.help.web;

import org.jspecify.annotations.NullMarked;
