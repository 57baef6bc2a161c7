package org.orglife.organisation;

import java.time.LocalDate;
import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
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
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    OrgUnitService(
            OrgUnitRepository units,
            MembershipRepository memberships,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.units = units;
        this.memberships = memberships;
        this.audit = audit;
        this.events = events;
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

    /**
     * Sets up a unit below another one.
     *
     * @throws RuleViolationException {@code organisation.unit.wrong-place} if such a unit cannot stand there
     */
    @Transactional
    public OrgUnit create(long parentId, UnitKind kind, UnitDetails details, BranchScope scope) {
        OrgUnit parent = get(parentId, scope);
        if (parent.isDissolved()) {
            throw new RuleViolationException("organisation.unit.parent-dissolved", parent.getName());
        }
        return noted(units.save(new OrgUnit(units.nextId(), parent, kind, details)));
    }

    /** Sets up the top of a tree; for the set-up of an empty system, which has no scope yet. */
    @Transactional
    public OrgUnit createRoot(UnitKind kind, String name) {
        return noted(units.save(new OrgUnit(units.nextId(), null, kind, UnitDetails.named(name))));
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
        if (unit.getVersion() != version) {
            throw new StaleEditException(
                    unit.getVersion(), List.of(new CurrentText("name", "organisation.unit.name", unit.getName())));
        }
        unit.change(details);
        audit.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", id, unit.getName());
        return unit;
    }

    /**
     * Ends a unit on a day; its records stay readable.
     *
     * @throws RuleViolationException {@code organisation.unit.has-units} or {@code organisation.unit.has-members} with
     *     the number of what must be moved first
     */
    @Transactional
    public void dissolve(long id, LocalDate on, BranchScope scope) {
        OrgUnit unit = get(id, scope);
        long members = unit.isGroup() ? memberships.countOpenInGroup(id) : memberships.countOpen(id);
        if (members > 0) {
            throw new RuleViolationException("organisation.unit.has-members", unit.getName(), members);
        }
        long children = units.countOpenChildren(id);
        if (children > 0) {
            throw new RuleViolationException("organisation.unit.has-units", unit.getName(), children);
        }
        unit.dissolve(on);
        audit.record(OrganisationAction.UNIT_DISSOLVED, "OrgUnit", id, unit.getName());
    }

    /**
     * Hangs a unit with all below it under another superior.
     *
     * @throws RuleViolationException {@code organisation.unit.circle} if the new superior lies below it,
     *     {@code organisation.unit.wrong-place} if such a unit cannot stand there
     */
    @Transactional
    public void move(long id, long parentId, BranchScope scope) {
        units.lockTree();
        OrgUnit unit = get(id, scope);
        OrgUnit parent = get(parentId, scope);
        if (unit.subtree().contains(parent.getPath())) {
            throw new RuleViolationException("organisation.unit.circle", unit.getName(), parent.getName());
        }
        if (!unit.getKind().mayStandBelow(parent.getKind()) || parent.isDissolved()) {
            throw new RuleViolationException("organisation.unit.wrong-place");
        }
        audit.record(OrganisationAction.UNIT_CHANGED, "OrgUnit", id, unit.getName(), List.of("parent"));
        units.move(id, parentId, unit.getPath(), parent.getPath() + id + "/");
        events.publishEvent(new UnitMoved(id));
    }
}
