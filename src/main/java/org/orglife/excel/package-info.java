/**
 * Excel workbooks: read with distrust, written in the look of official ledgers. The spreadsheets of POI and fastexcel
 * live here only.
 */
@NullMarked
package org.orglife.excel;

import org.jspecify.annotations.NullMarked;
