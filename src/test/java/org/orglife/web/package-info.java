/** Tests of the frame that all pages share. */
@NullMarked
package org.orglife.web;

import org.jspecify.annotations.NullMarked;
