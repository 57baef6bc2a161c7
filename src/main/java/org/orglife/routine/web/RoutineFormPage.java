package org.orglife.routine.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.organisation.UnitChoice;
import org.orglife.routine.ExpectedMember;
import org.orglife.routine.Roll;
import org.orglife.routine.RoutineAccess;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutinePeople;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.AbsenceReason;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form of a meeting offers: kinds, groups, people. */
@Component
class RoutineFormPage {

    private final RoutinePeople people;
    private final RoutineAccess access;
    private final Roster roster;
    private final Dates dates;

    RoutineFormPage(RoutinePeople people, RoutineAccess access, Roster roster, Dates dates) {
        this.people = people;
        this.access = access;
        this.roster = roster;
        this.dates = dates;
    }

    /** A form for a meeting of today. The secretary is its chair, a group's leader that of his group. */
    RoutineForm blank(OrgUnit branch, @Nullable RoutineKind kind, BranchScope scope) {
        LocalDate today = dates.today();
        if (scope.role() == Role.GROUP_LEADER) {
            Long group = access.led(scope).stream()
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new RuleViolationException("routine.not-yours"));
            return RoutineForm.blank(List.of(RoutineKind.GROUP), group, today, scope.memberId(), scope.memberId());
        }
        return RoutineForm.blank(
                kind == null ? List.of() : List.of(kind),
                null,
                today,
                people.secretary(branch.getId(), today),
                scope.memberId());
    }

    /** Puts into the model what the form needs beside what stands in it. */
    void fill(
            OrgUnit branch,
            Purpose purpose,
            @Nullable Long id,
            RoutineForm form,
            boolean recorded,
            BranchScope scope,
            Model model) {
        LocalDate on = Objects.requireNonNullElse(form.heldOn(), dates.today());
        List<UnitChoice> groups = groups(branch, scope);
        model.addAttribute("branch", branch);
        model.addAttribute("purpose", purpose);
        model.addAttribute("recorded", recorded);
        model.addAttribute("id", id);
        model.addAttribute("action", purpose.action(id));
        model.addAttribute("draft", purpose.page(id));
        model.addAttribute("kinds", kinds(branch, form, groups, scope));
        model.addAttribute("groups", groups);
        model.addAttribute("people", roster.membersOf(branch.getId(), on, scope));
        if (purpose.isHeld()) {
            roll(branch, form.chosenKinds(), form.groupId(), on, form.toRoll(), model);
        }
    }

    /** Those who are expected, each with his tick. */
    void roll(OrgUnit branch, Set<RoutineKind> kinds, @Nullable Long groupId, LocalDate on, Roll roll, Model model) {
        boolean group = kinds.contains(RoutineKind.GROUP);
        List<ExpectedMember> expected = group && groupId == null
                ? List.of()
                : people.expected(branch.getId(), group ? groupId : null, kinds.contains(RoutineKind.COMMITTEE), on);
        model.addAttribute("lines", RollLine.of(expected, roll.listed(), roll.present(), roll.reasons()));
        model.addAttribute("reasons", AbsenceReason.values());
    }

    private List<UnitChoice> groups(OrgUnit branch, BranchScope scope) {
        List<UnitChoice> all = people.groups(branch.getId());
        if (scope.role() != Role.GROUP_LEADER) {
            return all;
        }
        Set<Long> led = access.led(scope);
        return all.stream().filter(group -> led.contains(group.id())).toList();
    }

    /** Only what the branch has a body for; what stands in the form stays. */
    private List<RoutineKind> kinds(OrgUnit branch, RoutineForm form, List<UnitChoice> groups, BranchScope scope) {
        boolean leader = scope.role() == Role.GROUP_LEADER;
        List<RoutineKind> kinds = new ArrayList<>();
        for (RoutineKind kind : RoutineKind.values()) {
            boolean offered = switch (kind) {
                case GENERAL_MEETING -> !leader;
                case COMMITTEE -> !leader && people.hasCommittee(branch.getId(), dates.today());
                case GROUP -> !groups.isEmpty();
                case LECTURE, THEME_DAY -> true;
            };
            if (offered || form.chosenKinds().contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
