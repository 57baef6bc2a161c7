/** Who may sign in, in which roles he acts, and what he therefore sees. */
@NullMarked
package org.orglife.account;

import org.jspecify.annotations.NullMarked;
