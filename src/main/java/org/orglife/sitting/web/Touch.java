package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import org.orglife.shared.BranchScope;

/**
 * One touch at the console: whose meeting it is about, who touches, and from which page.
 *
 * @param scope of whoever touches; resolved for this request as everywhere
 */
record Touch(long taskId, BranchScope scope, HttpServletRequest request) {}
