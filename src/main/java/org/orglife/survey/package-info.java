/**
 * 满意度测评: what people think of the result of a rectification, asked without sign-in and without a name. What they answer
 * stays sealed until the survey is closed; then counts are all that is left of it.
 */
@NullMarked
package org.orglife.survey;

import org.jspecify.annotations.NullMarked;
