package org.orglife.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets up, describes, moves and ends the units of the tree. */
@Service
@Transactional(readOnly = true)
public class OrgUnitService {

    private final OrgUnitRepository units;
    private final MembershipRepository memberships;
    private final PositionRepository positions;
    private final Labels labels;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrgUnitService(
            OrgUnitRepository units,
            MembershipRepository memberships,
            PositionRepository positions,
            Labels labels,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.units = units;
        this.memberships = memberships;
        this.positions = positions;
        this.labels = labels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Finds a unit.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     */
    public OrgUnit get(long id, BranchScope scope) {
        return units.findById(id)
                .filter(unit -> unit.isWithin(scope))
                .orElseThrow(() -> new NotFoundException(OrgUnit.class, id));
    }

    /** The tops of the subtrees of a scope, in the order of the scope. */
    public List<OrgUnit> tops(BranchScope scope) {
        List<Long> ids = scope.subtrees().stream()
                .map(range -> {
                    String[] steps = range.from().split("/");
                    return Long.valueOf(steps[steps.length - 1]);
                })
                .toList();
        return units.findByIdIn(ids);
    }

    /** Every open branch of a scope; two may have the same name. */
    public List<OrgUnit> branches(BranchScope scope) {
        return scope.subtrees().stream()
                .flatMap(range -> units.openWithin(range.from()).stream())
                .filter(OrgUnit::isBranch)
                .toList();
    }

    /** The groups of a branch that still exist, by name. */
    public List<OrgUnit> groups(long branchId, BranchScope scope) {
        return units.groupsOf(get(branchId, scope).getId());
    }

    /** Whether anything has been set up yet; an empty system shows its set-up page. */
    public boolean isEmpty() {
        return units.findByParentIsNullOrderById().isEmpty();
    }

    /** Every top of a tree: what the officers, who belong to no unit, work on. */
    public List<OrgUnit> roots() {
        return units.findByParentIsNullOrderById();
    }

    /** The unit directly above a unit, as far as it lies within the scope. */
    public @Nullable OrgUnit above(OrgUnit unit, BranchScope scope) {
        String[] steps = unit.getPath().split("/");
        return steps.length < 3
                ? null
                : units.findById(Long.valueOf(steps[steps.length - 2]))
                        .filter(parent -> parent.isWithin(scope))
                        .orElse(null);
    }

    /** The kinds of units that somebody may set up below a unit: a branch its groups, the superiors everything. */
    public List<UnitKind> kindsBelow(OrgUnit unit, BranchScope scope) {
        return unit.isDissolved()
                ? List.of()
                : Arrays.stream(UnitKind.values())
                        .filter(kind -> kind.mayStandBelow(unit.getKind()) && maySetUp(kind, scope))
                        .toList();
    }

    /** Whether somebody in that role keeps units of that kind. */
    public boolean maySetUp(UnitKind kind, BranchScope scope) {
        return scope.role() == Role.PARTY_OFFICE
                || scope.role() == Role.SYS_ADMIN
                || (kind == UnitKind.GROUP && scope.role().sitsOnCommittee());
    }

    /** Whether somebody may hang a unit elsewhere, or end it. */
    public boolean mayMove(OrgUnit unit, BranchScope scope) {
        return maySetUp(unit.getKind(), scope) && !unit.isDissolved() && !isForeignTop(unit, scope);
    }

    private void requireRight(UnitKind kind, BranchScope scope) {
        if (!maySetUp(kind, scope)) {
            throw new RuleViolationException("organisation.unit.office-only");
        }
    }

    /** The top of one's own subtree is somebody else's business: he who is above it moves and ends it. */
    private static void requireBelowOwn(OrgUnit unit, BranchScope scope) {
        if (isForeignTop(unit, scope)) {
            throw new RuleViolationException("organisation.unit.own-top", unit.getName());
        }
    }

    private static boolean isForeignTop(OrgUnit unit, BranchScope scope) {
        return scope.role() != Role.SYS_ADMIN
                && scope.subtrees().stream().anyMatch(range -> range.from().equals(unit.getPath()));
    }

    /**
     * Sets up a unit below another one.
     *
     * @throws RuleViolationException {@code organisation.unit.office-only} if the role does not keep such units, {@code
     *     organisation.unit.wrong-place} if such a unit cannot stand there, {@code organisation.unit.name-taken} or
     *     {@code organisation.unit.code-taken} if another one is called so
     */
    @Transactional
    public OrgUnit create(long parentId, UnitKind kind, UnitDetails details, BranchScope scope) {
        requireRight(kind, scope);
        OrgUnit parent = get(parentId, scope);
        if (parent.isDissolved()) {
            throw new RuleViolationException("organisation.unit.parent-dissolved", parent.getName());
        }
        requireFree(0, parentId, details);
        return noted(units.save(new OrgUnit(units.nextId(), parent, kind, details, LocalDate.now(clock))));
    }

    private void requireFree(long id, @Nullable Long parentId, UnitDetails details) {
        if (units.isNameTaken(id, parentId, details.name())) {
            throw new RuleViolationException("organisation.unit.name-taken", details.name());
        }
        if (details.code() != null && units.existsByCodeAndIdNot(details.code(), id)) {
            throw new RuleViolationException("organisation.unit.code-taken");
        }
    }

    /** Sets up the top of a tree; for the set-up of an empty system, which has no scope yet. */
    @Transactional
    public OrgUnit createRoot(UnitKind kind, String name) {
        return noted(
                units.save(new OrgUnit(units.nextId(), null, kind, UnitDetails.named(name), LocalDate.now(clock))));
    }

    private OrgUnit noted(OrgUnit unit) {
        audit.record(OrganisationAction.UNIT_CREATED, "OrgUnit", unit.getId(), unit.getName());
        return unit;
    }

    /**
     * Describes a unit anew.
     *
     * @param version of the record the form was opened with
     * @throws StaleEditException if somebody saved it since
     */
    @Transactional
    public OrgUnit change(long id, long version, UnitDetails details, BranchScope scope) {
        OrgUnit unit = get(id, scope);
        requireRight(unit.getKind(), scope);
        if (unit.getVersion() != version) {
            throw new StaleEditException(unit.getVersion(), current(unit));
        }
        requireFree(id, unit.getParent() == null ? null : unit.getParent().getId(), details);
        unit.change(details, LocalDate.now(clock));
        audit.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", id, unit.getName());
        return unit;
    }

    private List<CurrentText> current(OrgUnit unit) {
        List<CurrentText> texts = new ArrayList<>();
        texts.add(new CurrentText("name", "organisation.unit.name", unit.getName()));
        texts.add(new CurrentText("shortName", "organisation.unit.shortName", text(unit.getShortName())));
        texts.add(new CurrentText("code", "organisation.unit.code", text(unit.getCode())));
        if (unit.isBranch()) {
            Map<String, String> kinds =
                    Arrays.stream(BranchKind.values()).collect(Collectors.toMap(Enum::name, labels::of));
            texts.add(new CurrentText(
                    "branchKind", "organisation.unit.branchKind", labels.of(unit.getBranchKind()), kinds));
        }
        texts.add(new CurrentText("category", "organisation.unit.category", text(unit.getCategory())));
        texts.add(new CurrentText("foundedOn", "organisation.unit.foundedOn", text(unit.getFoundedOn())));
        texts.add(new CurrentText(
                "committeeElectedOn", "organisation.unit.committeeElectedOn", text(unit.getCommitteeElectedOn())));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /**
     * Ends a unit on a day, and the time in its seats; its records stay readable.
     *
     * @throws RuleViolationException {@code organisation.unit.has-units} or {@code organisation.unit.has-members} with
     *     the number of what must be moved first
     */
    @Transactional
    public void dissolve(long id, LocalDate on, BranchScope scope) {
        OrgUnit unit = get(id, scope);
        requireRight(unit.getKind(), scope);
        requireBelowOwn(unit, scope);
        long members = unit.isGroup() ? memberships.countOpenInGroup(id) : memberships.countOpen(id);
        if (members > 0) {
            throw new RuleViolationException("organisation.unit.has-members", unit.getName(), members);
        }
        long children = units.countOpenChildren(id);
        if (children > 0) {
            throw new RuleViolationException("organisation.unit.has-units", unit.getName(), children);
        }
        unit.dissolve(on, LocalDate.now(clock));
        positions.openIn(id).forEach(position -> {
            position.end(on.isBefore(position.getFromOn()) ? position.getFromOn() : on);
            positions.save(position);
        });
        audit.record(OrganisationAction.UNIT_DISSOLVED, "OrgUnit", id, unit.getName());
    }

    /**
     * Hangs a unit with all below it under another superior.
     *
     * @throws RuleViolationException {@code organisation.unit.circle} if the new superior lies below it,
     *     {@code organisation.unit.wrong-place} if such a unit cannot stand there, {@code
     *     organisation.unit.group-stays} for a group, whose members belong to its branch
     */
    @Transactional
    public void move(long id, long parentId, BranchScope scope) {
        units.lockTree();
        OrgUnit unit = get(id, scope);
        requireRight(unit.getKind(), scope);
        requireBelowOwn(unit, scope);
        OrgUnit parent = get(parentId, scope);
        if (unit.isGroup()) {
            throw new RuleViolationException("organisation.unit.group-stays");
        }
        if (unit.subtree().contains(parent.getPath())) {
            throw new RuleViolationException("organisation.unit.circle", unit.getName(), parent.getName());
        }
        if (!unit.getKind().mayStandBelow(parent.getKind()) || parent.isDissolved()) {
            throw new RuleViolationException("organisation.unit.wrong-place");
        }
        requireFree(id, parentId, unit.details());
        audit.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", id, unit.getName(), List.of("parent"));
        units.move(id, parentId, unit.getPath(), parent.getPath() + id + "/");
        events.publishEvent(new UnitMoved(id));
    }
}
