/** The ways people really walk through the pages, in a real Chromium. */
@NullMarked
package org.orglife.browser;

import org.jspecify.annotations.NullMarked;
