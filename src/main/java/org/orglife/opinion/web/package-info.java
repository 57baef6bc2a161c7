/** The pages of opinions, and the pages of the anonymous box, which know neither session nor account. */
@NullMarked
package org.orglife.opinion.web;

import org.jspecify.annotations.NullMarked;
