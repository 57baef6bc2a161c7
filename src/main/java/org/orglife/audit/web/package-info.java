/** The page of the auditor. */
@NullMarked
package org.orglife.audit.web;

import org.jspecify.annotations.NullMarked;
