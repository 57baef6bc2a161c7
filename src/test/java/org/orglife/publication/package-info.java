@NullMarked
package org.orglife.publication;

import org.jspecify.annotations.NullMarked;
