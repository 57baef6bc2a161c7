package org.orglife.publication.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.publication.Pledge;
import org.orglife.publication.Promise;
import org.orglife.publication.WritePledge;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.Errors;

/** 亮诺书: up to three promises; a name only for somebody who is no member. */
record PledgeForm(
        @Nullable Boolean other,

        @Size(max = 40, message = "{publication.pledge.name.long}") @Nullable
        String name,

        @NotNull(message = "{publication.pledge.post.missing}")
        @Size(max = 60, message = "{publication.pledge.post.long}")
        @Nullable
        String post,

        @NotNull(message = "{publication.pledge.text.missing}")
        @Longest(value = 200, message = "{publication.pledge.text.long}")
        @Nullable
        String first,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate firstOn,

        @Longest(value = 200, message = "{publication.pledge.text.long}") @Nullable
        String second,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate secondOn,

        @Longest(value = 200, message = "{publication.pledge.text.long}") @Nullable
        String third,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate thirdOn,

        @Nullable Long version) {

    static PledgeForm blank(boolean other) {
        return new PledgeForm(other, null, null, null, null, null, null, null, null, null);
    }

    static PledgeForm of(Pledge pledge) {
        List<Promise> promises = pledge.getPromises();
        return new PledgeForm(
                !pledge.isOfMember(),
                pledge.isOfMember() ? null : pledge.getName(),
                pledge.getPost(),
                text(promises, 0),
                day(promises, 0),
                text(promises, 1),
                day(promises, 1),
                text(promises, 2),
                day(promises, 2),
                pledge.getVersion());
    }

    private static @Nullable String text(List<Promise> promises, int at) {
        return at < promises.size() ? promises.get(at).text() : null;
    }

    private static @Nullable LocalDate day(List<Promise> promises, int at) {
        return at < promises.size() ? promises.get(at).dueOn() : null;
    }

    boolean isForOther() {
        return Boolean.TRUE.equals(other);
    }

    /** Notes that somebody who is no member has no name. */
    void check(Errors errors) {
        if (isForOther() && name == null) {
            errors.rejectValue("name", "publication.pledge.name.missing");
        }
    }

    /** Only to be called on a form that has passed validation. */
    WritePledge toCommand() {
        List<Promise> promises = new ArrayList<>();
        add(promises, first, firstOn);
        add(promises, second, secondOn);
        add(promises, third, thirdOn);
        return new WritePledge(isForOther() ? name : null, Objects.requireNonNull(post), promises);
    }

    private static void add(List<Promise> promises, @Nullable String text, @Nullable LocalDate day) {
        if (text != null) {
            promises.add(new Promise(text, day));
        }
    }
}
