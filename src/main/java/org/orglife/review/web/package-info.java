/** Pages of the members' review. */
@NullMarked
package org.orglife.review.web;

import org.jspecify.annotations.NullMarked;
