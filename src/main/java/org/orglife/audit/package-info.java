/** The append-only trail: who changed what, when and in which role. Everybody may write to it; only auditors read it. */
@NullMarked
package org.orglife.audit;

import org.jspecify.annotations.NullMarked;
