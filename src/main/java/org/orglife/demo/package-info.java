/** The demonstration: a sample organisation of invented people, loaded into an empty database on the first start. */
@NullMarked
package org.orglife.demo;

import org.jspecify.annotations.NullMarked;
