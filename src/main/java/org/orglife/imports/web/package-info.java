/** Pages of the import: choose a file, look at what would happen, confirm. */
@NullMarked
package org.orglife.imports.web;

import org.jspecify.annotations.NullMarked;
