/** Sign-in, the frame around every signed-in page, and the pages of the officers. */
@NullMarked
package org.orglife.account.web;

import org.jspecify.annotations.NullMarked;
