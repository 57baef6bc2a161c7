/** 使用说明: the user guide, for each role in its own words. The chapters lie in {@code src/main/resources/help}. */
@NullMarked
package org.orglife.help;

import org.jspecify.annotations.NullMarked;
