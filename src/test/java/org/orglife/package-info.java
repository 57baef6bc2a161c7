/** Tests that concern the whole: structure, words, roles, and the database they all run on. */
@NullMarked
package org.orglife;

import org.jspecify.annotations.NullMarked;
