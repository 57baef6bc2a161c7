package org.orglife.account.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/** 授予身份. */
class RoleForm {

    @NotNull(message = "{account.role.missing}")
    private @Nullable Role role;

    private @Nullable Long unitId;

    @NotNull(message = "{account.role.from.missing}")
    private @Nullable LocalDate from;

    private @Nullable LocalDate until;

    public @Nullable Role getRole() {
        return role;
    }

    public void setRole(@Nullable Role role) {
        this.role = role;
    }

    public @Nullable Long getUnitId() {
        return unitId;
    }

    public void setUnitId(@Nullable Long unitId) {
        this.unitId = unitId;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }
}
