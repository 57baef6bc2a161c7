package org.orglife.account.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.account.OpeningService;
import org.orglife.account.SetUpService;
import org.orglife.organisation.UnitKind;

/** 首次设置. */
class SetUpForm {

    @NotBlank(message = "{account.set-up.code.missing}")
    private @Nullable String code;

    @NotNull(message = "{account.set-up.kind.missing}")
    private @Nullable UnitKind kind = UnitKind.PARTY_COMMITTEE;

    @NotBlank(message = "{account.set-up.unit.missing}")
    @Size(max = 60, message = "{account.set-up.unit.long}")
    private @Nullable String unit;

    @Valid
    @Size(min = 4, max = 4)
    private List<PersonForm> people = new ArrayList<>();

    /** One of the four people who begin. */
    static class PersonForm {

        @NotBlank(message = "{account.opening.name.missing}")
        @Size(max = 40, message = "{account.opening.name.long}")
        private @Nullable String name;

        @NotBlank(message = "{account.opening.username.missing}")
        @Pattern(regexp = OpeningService.USERNAME, message = "{account.username.form}")
        private @Nullable String username;

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
    }

    /** With suggestions for the user names. */
    static SetUpForm blank() {
        SetUpForm form = new SetUpForm();
        for (String username : List.of("sysadmin", "secadmin", "auditor", "office")) {
            PersonForm person = new PersonForm();
            person.setUsername(username);
            form.people.add(person);
        }
        return form;
    }

    /** Only of a form that has passed validation. */
    List<SetUpService.Person> persons() {
        return people.stream()
                .map(person -> new SetUpService.Person(
                        Objects.requireNonNull(person.getUsername()), Objects.requireNonNull(person.getName())))
                .toList();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable UnitKind getKind() {
        return kind;
    }

    public void setKind(@Nullable UnitKind kind) {
        this.kind = kind;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public List<PersonForm> getPeople() {
        return people;
    }

    public void setPeople(List<PersonForm> people) {
        this.people = people;
    }
}
