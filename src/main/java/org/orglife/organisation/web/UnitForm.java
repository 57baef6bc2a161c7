package org.orglife.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.BranchKind;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.UnitDetails;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.TypedText;
import org.springframework.validation.Errors;

/** 新建党组织, 修改党组织. */
record UnitForm(
        @Nullable Long parentId,

        @NotNull(message = "{organisation.form.unit.kind.missing}") @Nullable
        UnitKind kind,

        @NotBlank(message = "{organisation.form.unit.name.missing}")
        @Size(max = 60, message = "{organisation.form.unit.name.long}")
        @Nullable
        String name,

        @Size(max = 30, message = "{organisation.form.unit.shortName.long}") @Nullable
        String shortName,

        @Size(max = 40, message = "{organisation.form.unit.code.long}") @Nullable
        String code,

        @Nullable BranchKind branchKind,

        @Size(max = 30, message = "{organisation.form.unit.category.long}") @Nullable
        String category,

        @Nullable LocalDate foundedOn,
        @Nullable LocalDate committeeElectedOn,
        @Nullable Long version) {

    static UnitForm blank(long parentId, @Nullable UnitKind kind) {
        return new UnitForm(parentId, kind, null, null, null, BranchKind.ORDINARY, null, null, null, null);
    }

    static UnitForm of(OrgUnit unit) {
        return new UnitForm(
                null,
                unit.getKind(),
                unit.getName(),
                unit.getShortName(),
                unit.getCode(),
                unit.getBranchKind(),
                unit.getCategory(),
                unit.getFoundedOn(),
                unit.getCommitteeElectedOn(),
                unit.getVersion());
    }

    /** Names beside their fields whatever the record would refuse. */
    void check(Errors errors, LocalDate today) {
        if (!errors.hasErrors()) {
            toDetails().objections(today).forEach(objection -> errors.rejectValue(objection.field(), objection.code()));
        }
    }

    /** Only to be called on a form that has passed validation. */
    UnitDetails toDetails() {
        boolean branch = kind == UnitKind.BRANCH;
        return new UnitDetails(
                Objects.requireNonNull(TypedText.cleanName(name)),
                TypedText.cleanName(shortName),
                TypedText.cleanCode(code),
                branch ? branchKind : null,
                category,
                foundedOn,
                branch ? committeeElectedOn : null);
    }
}
