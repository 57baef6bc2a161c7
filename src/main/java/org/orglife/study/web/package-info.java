/** Pages of the study sessions. */
@NullMarked
package org.orglife.study.web;

import org.jspecify.annotations.NullMarked;
