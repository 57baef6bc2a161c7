/**
 * Word documents in the look of ordinary official material (GB/T 9704-2012 without the red head): whoever writes one
 * says what is a title, a heading, a fact, a table, and nothing about fonts. The look itself lies in the resources below
 * {@code document}, an unpacked Word document without contents. XWPF lives here only.
 */
@NullMarked
package org.orglife.word;

import org.jspecify.annotations.NullMarked;
