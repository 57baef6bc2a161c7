package org.orglife.account.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orglife.account.OpeningService;

/** 开通单个账号. */
class OpeningForm {

    @NotBlank(message = "{account.opening.name.missing}")
    @Size(max = 40, message = "{account.opening.name.long}")
    private @Nullable String name;

    @NotBlank(message = "{account.opening.username.missing}")
    @Pattern(regexp = OpeningService.USERNAME, message = "{account.username.form}")
    private @Nullable String username;

    @NotNull(message = "{account.opening.unit.missing}")
    private @Nullable Long unitId;

    private boolean officer;

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getUsername() {
        return username;
    }

    public void setUsername(@Nullable String username) {
        this.username = username;
    }

    public @Nullable Long getUnitId() {
        return unitId;
    }

    public void setUnitId(@Nullable Long unitId) {
        this.unitId = unitId;
    }

    public boolean isOfficer() {
        return officer;
    }

    public void setOfficer(boolean officer) {
        this.officer = officer;
    }
}
