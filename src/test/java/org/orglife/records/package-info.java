@NullMarked
package org.orglife.records;

import org.jspecify.annotations.NullMarked;
