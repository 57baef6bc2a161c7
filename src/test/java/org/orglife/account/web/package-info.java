/** Tests of the pages of accounts, roles and signing in. */
@NullMarked
package org.orglife.account.web;

import org.jspecify.annotations.NullMarked;
