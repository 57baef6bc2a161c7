/** Tests of accounts, roles and signing in. */
@NullMarked
package org.orglife.account;

import org.jspecify.annotations.NullMarked;
