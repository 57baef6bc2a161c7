package org.orglife.ballot;

/**
 * The slips of a box, in slips; never whose.
 *
 * @param unused neither used nor exchanged
 */
record SlipCount(int used, int exchanged, int unused) {

    /** As many as were given out, unless somebody has put one in. */
    int all() {
        return used + exchanged + unused;
    }
}
