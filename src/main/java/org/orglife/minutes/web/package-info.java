/** Pages of minutes, make-ups and reporting. */
@NullMarked
package org.orglife.minutes.web;

import org.jspecify.annotations.NullMarked;
