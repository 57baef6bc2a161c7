/** The first page. */
@NullMarked
package org.orglife.home.web;

import org.jspecify.annotations.NullMarked;
