package org.orglife.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PathRange;
import org.orglife.shared.RuleViolationException;
import org.springframework.data.domain.Persistable;

/** A Party organisation in the tree: committee, general branch, branch or group. */
@Entity
public class OrgUnit implements Persistable<Long> {

    @Id
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable OrgUnit parent;

    private String path;
    private String name;
    private String nameInitials;
    private @Nullable String shortName;
    private @Nullable String code;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable BranchKind branchKind;

    private @Nullable String category;
    private @Nullable LocalDate foundedOn;
    private @Nullable LocalDate committeeElectedOn;
    private @Nullable LocalDate dissolvedOn;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected OrgUnit() {}

    /**
     * A unit below another, or at the top of a tree of its own.
     *
     * @param id from the sequence, known beforehand because the path holds it
     * @throws RuleViolationException {@code organisation.unit.wrong-place} if such a unit cannot stand there, {@code
     *     organisation.odd.…} with the first {@link Objection} to its details
     */
    @SuppressWarnings("NullAway.Init") // the name is set with the other details
    OrgUnit(long id, @Nullable OrgUnit parent, UnitKind kind, UnitDetails details, LocalDate today) {
        if (!kind.mayStandBelow(parent == null ? null : parent.kind)) {
            throw new RuleViolationException("organisation.unit.wrong-place");
        }
        this.id = id;
        this.parent = parent;
        this.path = (parent == null ? "/" : parent.path) + id + "/";
        this.kind = kind;
        apply(details, today);
    }

    private void apply(UnitDetails details, LocalDate today) {
        details.objections(today).stream().findFirst().ifPresent(objection -> {
            throw objection.violation();
        });
        this.name = details.name();
        this.nameInitials = Pinyin.initials(details.name());
        this.shortName = details.shortName();
        this.code = details.code();
        this.branchKind =
                kind == UnitKind.BRANCH && details.branchKind() == null ? BranchKind.ORDINARY : details.branchKind();
        if (kind != UnitKind.BRANCH) {
            this.branchKind = null;
        }
        this.category = details.category();
        this.foundedOn = details.foundedOn();
        this.committeeElectedOn = details.committeeElectedOn();
    }

    void change(UnitDetails details, LocalDate today) {
        apply(details, today);
    }

    /** All that may be changed about it. */
    public UnitDetails details() {
        return new UnitDetails(name, shortName, code, branchKind, category, foundedOn, committeeElectedOn);
    }

    /**
     * Ends the unit; its records stay.
     *
     * @throws RuleViolationException {@code organisation.unit.already-dissolved}, {@code
     *     organisation.unit.dissolved-before-founded} or {@code organisation.odd.future}
     */
    void dissolve(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new RuleViolationException("organisation.odd.future");
        }
        if (dissolvedOn != null) {
            throw new RuleViolationException("organisation.unit.already-dissolved");
        }
        if (foundedOn != null && on.isBefore(foundedOn)) {
            throw new RuleViolationException("organisation.unit.dissolved-before-founded");
        }
        this.dissolvedOn = on;
    }

    @Override
    public Long getId() {
        return id;
    }

    public @Nullable OrgUnit getParent() {
        return parent;
    }

    public String getPath() {
        return path;
    }

    public PathRange subtree() {
        return new PathRange(path);
    }

    public String getName() {
        return name;
    }

    public String getNameInitials() {
        return nameInitials;
    }

    public @Nullable String getShortName() {
        return shortName;
    }

    /** The short name if there is one; of a branch, otherwise, the name without its last word 党支部. */
    public String getBriefName() {
        return shortName != null ? shortName : briefly(name);
    }

    /** A branch's name without its last word, so that a narrow column can hold it. */
    public static String briefly(String name) {
        return name.endsWith("党支部") && name.length() > 3 ? name.substring(0, name.length() - 3) : name;
    }

    public @Nullable String getCode() {
        return code;
    }

    public UnitKind getKind() {
        return kind;
    }

    public @Nullable BranchKind getBranchKind() {
        return branchKind;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public @Nullable LocalDate getFoundedOn() {
        return foundedOn;
    }

    public @Nullable LocalDate getCommitteeElectedOn() {
        return committeeElectedOn;
    }

    public @Nullable LocalDate getDissolvedOn() {
        return dissolvedOn;
    }

    public boolean isDissolved() {
        return dissolvedOn != null;
    }

    public boolean isBranch() {
        return kind == UnitKind.BRANCH;
    }

    public boolean isGroup() {
        return kind == UnitKind.GROUP;
    }

    /** How many levels it stands below the top; 0 is the top. */
    public int getDepth() {
        return (int) path.chars().filter(character -> character == '/').count() - 2;
    }

    public boolean isWithin(BranchScope scope) {
        return scope.covers(id, path);
    }

    /** Its number is given before it is saved, so that a number alone does not make it old. */
    @Override
    public boolean isNew() {
        return version == null;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
