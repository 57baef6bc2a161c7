package org.orglife.ballot;

/**
 * The slips of a box, in slips; never whose.
 *
 * @param unused neither used nor exchanged
 */
record SlipCount(int used, int exchanged, int unused) {}
