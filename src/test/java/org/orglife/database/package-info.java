@NullMarked
package org.orglife.database;

import org.jspecify.annotations.NullMarked;
