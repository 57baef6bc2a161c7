/** The pages of outlines and texts. */
@NullMarked
package org.orglife.outline.web;

import org.jspecify.annotations.NullMarked;
