/** Pages of one's own records, and of those who answer requests to correct them. */
@NullMarked
package org.orglife.records.web;

import org.jspecify.annotations.NullMarked;
