/**
 * 会议记录: what is written down of a meeting, who signed it, what those make up for who were not there, and what is still
 * missing before the branch reports (gate G4). All numbers come from the records of the sitting.
 */
@NullMarked
package org.orglife.minutes;

import org.jspecify.annotations.NullMarked;
