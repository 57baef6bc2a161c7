/** The pages of the organisation, as those who may see them meet them. */
@NullMarked
package org.orglife.organisation.web;

import org.jspecify.annotations.NullMarked;
