/** What is due for deletion, and the office's word on it. */
@NullMarked
package org.orglife.retention.web;

import org.jspecify.annotations.NullMarked;
