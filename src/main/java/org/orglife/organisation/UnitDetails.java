package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is called and when it began: all that may be changed about it without moving it.
 *
 * @param name full name, 1 to 60 characters, unique under its parent
 * @param shortName for narrow columns, up to 30 characters
 * @param code 组织代码, unique in the whole system
 * @param branchKind of branches only; null means an ordinary one
 * @param category line of work: 医院, 学校, 社区 …
 * @param committeeElectedOn day of the last election, for the reminder of BR-15
 */
public record UnitDetails(
        String name,
        @Nullable String shortName,
        @Nullable String code,
        @Nullable BranchKind branchKind,
        @Nullable String category,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate committeeElectedOn) {

    /** Just a name. */
    public static UnitDetails named(String name) {
        return new UnitDetails(name, null, null, null, null, null, null);
    }

    /** What cannot be true of it on that day; empty if nothing speaks against it. */
    public List<Objection> objections(LocalDate today) {
        List<Objection> odd = new ArrayList<>();
        if (foundedOn != null && foundedOn.isAfter(today)) {
            odd.add(new Objection("foundedOn", "future"));
        } else if (foundedOn != null && foundedOn.isBefore(MemberDetails.PARTY_FOUNDED)) {
            odd.add(new Objection("foundedOn", "before-party"));
        }
        if (committeeElectedOn != null && committeeElectedOn.isAfter(today)) {
            odd.add(new Objection("committeeElectedOn", "future"));
        } else if (committeeElectedOn != null && foundedOn != null && committeeElectedOn.isBefore(foundedOn)) {
            odd.add(new Objection("committeeElectedOn", "elected-before-founded"));
        }
        return odd;
    }
}
