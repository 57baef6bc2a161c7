/** Pages, prints and files of look-back rounds. */
@NullMarked
package org.orglife.lookback.web;

import org.jspecify.annotations.NullMarked;
