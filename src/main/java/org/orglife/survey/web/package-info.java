/** Pages of surveys for the branch, and the one page on which people answer without a name. */
@NullMarked
package org.orglife.survey.web;

import org.jspecify.annotations.NullMarked;
