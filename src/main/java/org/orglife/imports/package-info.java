/**
 * Workbooks on their way in: uploaded, checked against everything that is there, confirmed in one transaction, undone if
 * need be. What a sheet means is known by the feature that implements {@link org.orglife.imports.SheetImport}.
 */
@NullMarked
package org.orglife.imports;

import org.jspecify.annotations.NullMarked;
