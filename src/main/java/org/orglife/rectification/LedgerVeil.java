package org.orglife.rectification;

import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelRecord;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/** What an office sees of a row about a person: where something is wrong, not what stands there (design 7.18). */
final class LedgerVeil {

    private LedgerVeil() {}

    /** What is wrong with a cell of a row, as whoever imports may see it. */
    static CellProblem over(CellProblem problem, ExcelRecord record, BranchScope scope) {
        boolean open = scope.role() != Role.PARTY_OFFICE
                || record.says(LedgerColumns.SUBJECT_KIND, "党支部")
                || record.says(LedgerColumns.SUBJECT_KIND, "支部");
        boolean harmless = LedgerColumns.BRANCH.name().equals(problem.column())
                || LedgerColumns.ASPECT.name().equals(problem.column())
                || LedgerColumns.SUBJECT_KIND.name().equals(problem.column());
        return open || harmless ? problem : problem.veiled();
    }

    /** Kinds of subject whose text an office does not read. */
    static boolean hides(SubjectKind kind, BranchScope scope) {
        return kind.isPersonal() && scope.role() == Role.PARTY_OFFICE;
    }
}
