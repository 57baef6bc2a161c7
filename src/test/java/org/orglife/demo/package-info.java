@NullMarked
package org.orglife.demo;

import org.jspecify.annotations.NullMarked;
