/** Pages of publications and pledges, and the one page that everybody may see. */
@NullMarked
package org.orglife.publication.web;

import org.jspecify.annotations.NullMarked;
