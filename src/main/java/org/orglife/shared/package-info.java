/** The vocabulary every feature speaks: scopes, roles, the two exceptions of the house, and texts as people type them. */
@NullMarked
package org.orglife.shared;

import org.jspecify.annotations.NullMarked;
