package org.orglife.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.NearestWords;
import org.orglife.imports.SheetReport;

/** Finds the branch and the member that each row of a roster is about, among those that are there. */
final class RosterMatch {

    private final RosterLookup.Found found;
    private final SheetReport report;
    private final Set<Long> taken = new HashSet<>();

    RosterMatch(RosterLookup.Found found, SheetReport report) {
        this.found = found;
        this.report = report;
    }

    /** The branch that a row names; null with what is wrong told in the report. */
    @Nullable
    OrgUnit branch(RosterRow row) {
        List<OrgUnit> named = found.branches().getOrDefault(row.branch(), List.of());
        if (named.size() == 1) {
            return named.get(0);
        }
        if (named.isEmpty()) {
            String near = NearestWords.nearest(row.branch(), found.branchNames());
            report.problem(row.record().suggest(RosterRow.BRANCH, near, "organisation.import.branch"));
        } else {
            report.problem(row.record().problem(RosterRow.BRANCH, "organisation.import.branch-twice", named.size()));
        }
        return null;
    }

    /**
     * Who the row is about, if he is enrolled already: by his code, otherwise by branch, name and date of
     * birth. Nobody is known again by two rows; a row that fits several people, or one elsewhere, is told in the report.
     */
    Optional<RosterLookup.Known> known(RosterRow row, OrgUnit branch) {
        Optional<RosterLookup.Known> known = find(row, branch);
        known.ifPresent(one -> taken.add(one.membership().getMember().getId()));
        return known;
    }

    private Optional<RosterLookup.Known> find(RosterRow row, OrgUnit branch) {
        String code = row.details().code();
        if (code != null) {
            Optional<RosterLookup.Known> byCode =
                    Optional.ofNullable(found.byCode().get(code));
            if (byCode.isPresent()) {
                return inBranch(row, byCode.get(), branch);
            }
            if (found.foreignCodes().contains(code)) {
                report.problem(row.record().problem(RosterRow.CODE, "organisation.import.code-taken"));
                return Optional.empty();
            }
        }
        List<RosterLookup.Known> same = found
                .byName()
                .getOrDefault(row.details().name(), List.of())
                .stream()
                .filter(known -> !taken.contains(known.membership().getMember().getId()))
                .filter(known -> isSamePerson(row.details(), known.membership().getMember()))
                .toList();
        List<RosterLookup.Known> here = same.stream()
                .filter(known -> known.membership().getBranch().getId().equals(branch.getId()))
                .toList();
        if (here.size() > 1 && !row.sameName()) {
            report.problem(row.record().problem(RosterRow.NAME, "organisation.import.two-of-name", here.size()));
            return Optional.empty();
        }
        if (!here.isEmpty()) {
            return Optional.of(here.get(0));
        }
        boolean sure = row.details().bornOn() != null;
        if (sure && !same.isEmpty()) {
            return inBranch(row, same.get(0), branch);
        }
        return Optional.empty();
    }

    private static boolean isSamePerson(MemberDetails details, Member member) {
        if (details.code() != null && member.getCode() != null) {
            return details.code().equals(member.getCode());
        }
        return details.bornOn() == null
                || member.getBornOn() == null
                || details.bornOn().equals(member.getBornOn());
    }

    /** A person enrolled in another branch is transferred on his page, not by a roster. */
    private Optional<RosterLookup.Known> inBranch(RosterRow row, RosterLookup.Known known, OrgUnit branch) {
        if (known.membership().getBranch().getId().equals(branch.getId())) {
            return Optional.of(known);
        }
        report.problem(row.record()
                .problem(
                        RosterRow.BRANCH,
                        "organisation.import.elsewhere",
                        known.membership().getBranch().getName()));
        return Optional.empty();
    }
}
