@NullMarked
package org.orglife.sealing;

import org.jspecify.annotations.NullMarked;
