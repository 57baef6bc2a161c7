package org.orglife.rectification;

import java.util.Set;

/**
 * What the caller may do with an item now; the page offers exactly this, and the services refuse the rest.
 *
 * @param plan add, change and drop measures
 * @param reportOn ids of the measures whose progress he may report
 * @param handIn hand the item in
 * @param takeBack take a hand-in back
 * @param review send back or strike off
 * @param withdraw take the item back, or merge it into another one
 * @param editProblem write the problem anew
 * @param decideOn ids of the measures for which a later date is asked and he decides
 * @param reopen register it again after it was struck off
 * @param transfer hand it over to another branch
 */
public record ItemRights(
        boolean plan,
        Set<Long> reportOn,
        boolean handIn,
        boolean takeBack,
        boolean review,
        boolean withdraw,
        boolean editProblem,
        Set<Long> decideOn,
        boolean reopen,
        boolean transfer) {

    public ItemRights {
        reportOn = Set.copyOf(reportOn);
        decideOn = Set.copyOf(decideOn);
    }
}
