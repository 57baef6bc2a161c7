/**
 * What people say to a branch when it asks: collected by every channel, merged into points, and each point followed to
 * where it went. Also the box into which opinions are thrown without a name.
 */
@NullMarked
package org.orglife.opinion;

import org.jspecify.annotations.NullMarked;
