/** What day it is: one clock for everybody, in China time. */
@NullMarked
package org.orglife.time;

import org.jspecify.annotations.NullMarked;
