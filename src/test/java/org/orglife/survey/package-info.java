@NullMarked
package org.orglife.survey;

import org.jspecify.annotations.NullMarked;
