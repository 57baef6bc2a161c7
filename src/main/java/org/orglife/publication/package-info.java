/**
 * 公示 and 亮诺: what a branch shows in public, checked by a second person and approved before it is seen by anybody, and
 * what its people promise there. What must not be shown has no place in {@link org.orglife.publication.PublicationContent}.
 */
@NullMarked
package org.orglife.publication;

import org.jspecify.annotations.NullMarked;
