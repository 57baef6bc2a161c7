/**
 * 谈心谈话: who has talked with whom, when and how, and who still needs a talk. What was said belongs to those who
 * talked: it is sealed and nobody else reads it.
 */
@NullMarked
package org.orglife.talk;

import org.jspecify.annotations.NullMarked;
