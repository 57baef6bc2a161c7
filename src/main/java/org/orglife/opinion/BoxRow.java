package org.orglife.opinion;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The anonymous box of a task as those who opened it see it.
 *
 * @param closesOn last day on which something can be thrown in
 * @param quota opinions that may be given with one code
 * @param codes codes made so far
 * @param enough whether at least five wait in it; how many is not told
 * @param openToAll whether it takes opinions without a code too
 */
public record BoxRow(
        UUID id, LocalDate closesOn, int quota, int codes, boolean closed, boolean enough, boolean openToAll) {}
