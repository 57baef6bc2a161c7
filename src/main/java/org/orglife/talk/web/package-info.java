/** The pages of talks. */
@NullMarked
package org.orglife.talk.web;

import org.jspecify.annotations.NullMarked;
