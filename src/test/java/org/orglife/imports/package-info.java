/** Workbooks on their way in, through the page that users see. */
@NullMarked
package org.orglife.imports;

import org.jspecify.annotations.NullMarked;
