package org.orglife.organisation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/** What kind of Party organisation a unit is (domain 1.1). */
public enum UnitKind implements Labelled {
    /** 党委、基层党委: issues campaigns and watches its subtree. */
    PARTY_COMMITTEE,
    /** 党工委、工委: a committee acting for its superior. */
    WORK_COMMITTEE,
    /** 党组: leading group inside a body that is no Party body. */
    LEADERSHIP_GROUP,
    /** 机关党委: committee of the members of one institution. */
    INSTITUTION_COMMITTEE,
    /** 党总支: between committee and branches. */
    GENERAL_BRANCH,
    /** 党支部: owns meetings, ledger and members. */
    BRANCH,
    /** 党小组: part of a branch. */
    GROUP;

    private static final Set<UnitKind> SUPERIORS =
            EnumSet.of(PARTY_COMMITTEE, WORK_COMMITTEE, LEADERSHIP_GROUP, INSTITUTION_COMMITTEE, GENERAL_BRANCH);

    /** Whether units of this kind may stand directly below units of that kind; null asks for the top of a tree. */
    boolean mayStandBelow(@Nullable UnitKind above) {
        return switch (this) {
            case PARTY_COMMITTEE, WORK_COMMITTEE, LEADERSHIP_GROUP, INSTITUTION_COMMITTEE ->
                above == null || (SUPERIORS.contains(above) && above != GENERAL_BRANCH);
            case GENERAL_BRANCH -> above != null && SUPERIORS.contains(above) && above != GENERAL_BRANCH;
            case BRANCH -> above != null && SUPERIORS.contains(above);
            case GROUP -> above == BRANCH;
        };
    }

    /** Whether it stands above branches. */
    public boolean isSuperior() {
        return SUPERIORS.contains(this);
    }
}
