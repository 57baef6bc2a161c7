/** Work that takes longer than a page may: it runs in the background, shows how far it is, can be cancelled. */
@NullMarked
package org.orglife.job;

import org.jspecify.annotations.NullMarked;
