/** The frame of all pages: headers, errors, typed text, paging, one record for a double click. Knows no feature. */
@NullMarked
package org.orglife.web;

import org.jspecify.annotations.NullMarked;
