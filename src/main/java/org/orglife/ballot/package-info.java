/**
 * 密封票箱: the secret ballot on members and committee. Slips are tied to nobody, ballots are sealed until two officers open
 * the box together, and only totals survive. What is stored, what is not and why is told in {@code docs/ballot.md}.
 */
@NullMarked
package org.orglife.ballot;

import org.jspecify.annotations.NullMarked;
