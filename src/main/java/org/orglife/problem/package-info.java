/** Problems that branches and members have found: their texts, aspects, causes and sources. */
@NullMarked
package org.orglife.problem;

import org.jspecify.annotations.NullMarked;
