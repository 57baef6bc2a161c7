package org.orglife.rectification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.NearestWords;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.orglife.problem.ProblemText;

/**
 * Finds the branch, the aspect and the people that each problem of a ledger names, among those that are there. Whatever
 * is not found, or not clear, is told in the report.
 */
final class LedgerMatch {

    private final ImportCampaign campaign;
    private final Campaign into;
    private final ImportTasks.Sheet sheet;
    private final SheetReport report;

    LedgerMatch(ImportCampaign campaign, Campaign into, ImportTasks.Sheet sheet, SheetReport report) {
        this.campaign = campaign;
        this.into = into;
        this.sheet = sheet;
        this.report = report;
    }

    /**
     * A problem of the file with everything it names.
     *
     * @param subject whose problem it is; null for the branch's
     * @param owners of its measures
     */
    record Resolved(
            ForeignProblem foreign,
            OrgUnit branch,
            @Nullable Long subject,
            Aspect aspect,
            Map<ForeignMeasure, Long> owners) {

        ProblemText text() {
            return new ProblemText(aspect.getId(), foreign.text(), foreign.cause(), foreign.source());
        }
    }

    /** All whose branch and aspect are clear; all of them can be written only if the report knows of no problem. */
    List<Resolved> resolve(List<ForeignProblem> foreign) {
        sheet.find(foreign.stream()
                .flatMap(problem -> Stream.ofNullable(sheet.named(problem.branch())))
                .toList());
        PeopleByName people = sheet.people();
        List<Resolved> resolved = new ArrayList<>();
        for (ForeignProblem problem : foreign) {
            OrgUnit branch = branch(problem);
            Aspect aspect = aspect(problem);
            if (branch != null && aspect != null) {
                Long subject = subject(problem, branch, people);
                Map<ForeignMeasure, Long> owners = owners(problem, branch, people);
                resolved.add(new Resolved(problem, branch, subject, aspect, owners));
            }
        }
        return resolved;
    }

    private @Nullable OrgUnit branch(ForeignProblem problem) {
        OrgUnit branch = sheet.named(problem.branch());
        if (branch == null) {
            object(problem.record(), sheet.object(problem.record(), LedgerColumns.BRANCH, problem.branch()));
        }
        return branch;
    }

    private @Nullable Aspect aspect(ForeignProblem problem) {
        Aspect aspect = campaign.aspect(into, problem.subjectKind().aspects(), problem.aspect());
        if (aspect == null) {
            List<String> titles = into.getAspects(problem.subjectKind().aspects()).stream()
                    .map(Aspect::getTitle)
                    .toList();
            String near = NearestWords.nearest(problem.aspect(), titles);
            object(
                    problem.record(),
                    problem.record()
                            .suggest(
                                    LedgerColumns.ASPECT,
                                    near,
                                    "rectification.import.aspect",
                                    String.join("、", titles)));
        }
        return aspect;
    }

    private @Nullable Long subject(ForeignProblem problem, OrgUnit branch, PeopleByName people) {
        if (!problem.subjectKind().isPersonal()) {
            return null;
        }
        String name = problem.subject();
        if (name == null) {
            Long secretary = people.secretary(branch.getId());
            if (secretary == null) {
                object(
                        problem.record(),
                        problem.record().problem(LedgerColumns.SUBJECT, "rectification.import.subject-missing"));
            }
            return secretary;
        }
        return person(problem.record(), LedgerColumns.SUBJECT, name, branch, people);
    }

    private Map<ForeignMeasure, Long> owners(ForeignProblem problem, OrgUnit branch, PeopleByName people) {
        Map<ForeignMeasure, Long> owners = new HashMap<>();
        for (ForeignMeasure measure : problem.measures()) {
            Long owner = person(measure.record(), LedgerColumns.OWNER, measure.owner(), branch, people);
            if (owner != null) {
                owners.put(measure, owner);
            }
        }
        return owners;
    }

    private @Nullable Long person(
            ExcelRecord record, ExcelColumn column, String name, OrgUnit branch, PeopleByName people) {
        PeopleByName.Answer answer =
                people.find(branch.getId(), name, sheet.context().today());
        if (answer.objection() != null) {
            object(record, record.suggest(column, people.near(branch.getId(), name), answer.objection()));
        }
        return answer.memberId();
    }

    private void object(ExcelRecord record, CellProblem problem) {
        report.problem(LedgerVeil.over(problem, record, sheet.context().scope()));
    }
}
