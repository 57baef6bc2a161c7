package org.orglife.publication.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.publication.ProposePublication;
import org.orglife.publication.Publication;
import org.orglife.publication.PublicationDetails;
import org.orglife.publication.PublicationKind;
import org.orglife.publication.Reach;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/** What is to be shown, to whom and for how long. */
record PublicationForm(
        @NotNull @Nullable PublicationKind kind,
        @Nullable List<@Nullable Long> chosen,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate countedFrom,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate countedUntil,

        @NotNull(message = "{publication.reach.missing}") @Nullable
        Reach reach,

        @NotNull(message = "{publication.title.missing}")
        @Size(max = 80, message = "{publication.title.long}")
        @Nullable
        String title,

        @NotNull(message = "{publication.intro.missing}")
        @Longest(value = 300, message = "{publication.intro.long}")
        @Nullable
        String intro,

        @NotNull(message = "{publication.contact.missing}")
        @Size(max = 100, message = "{publication.contact.long}")
        @Nullable
        String contact,

        @NotNull(message = "{publication.signature.missing}")
        @Size(max = 60, message = "{publication.signature.long}")
        @Nullable
        String signature,

        @NotNull(message = "{publication.from.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @NotNull(message = "{publication.until.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable Boolean onPage,
        @Nullable Long version) {

    static PublicationForm blank(PublicationKind kind, List<Long> chosen, PublicationDetails details, LocalDate today) {
        return of(kind, chosen, today.withDayOfMonth(1), today, details, null);
    }

    static PublicationForm of(Publication publication, Set<Long> chosen) {
        return of(
                publication.getKind(),
                List.copyOf(chosen),
                publication.getCountedFrom(),
                publication.getCountedUntil(),
                publication.getDetails(),
                publication.getVersion());
    }

    private static PublicationForm of(
            PublicationKind kind,
            List<Long> chosen,
            @Nullable LocalDate countedFrom,
            @Nullable LocalDate countedUntil,
            PublicationDetails details,
            @Nullable Long version) {
        boolean points = kind == PublicationKind.POINTS;
        return new PublicationForm(
                kind,
                List.copyOf(chosen),
                points ? countedFrom : null,
                points ? countedUntil : null,
                details.reach(),
                details.title(),
                details.intro(),
                details.contact(),
                details.signature(),
                details.from(),
                details.until(),
                details.onPage(),
                version);
    }

    /** What was ticked, each once; public for the page. */
    public Set<Long> ticked() {
        return chosen == null
                ? Set.of()
                : chosen.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
    }

    /** Only to be called on a form that has passed validation. */
    ProposePublication toProposal() {
        PublicationKind what = Objects.requireNonNull(kind);
        boolean points = what == PublicationKind.POINTS;
        return new ProposePublication(
                what,
                ticked(),
                points ? countedFrom : null,
                points ? countedUntil : null,
                new PublicationDetails(
                        Objects.requireNonNull(reach),
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(intro),
                        Objects.requireNonNull(contact),
                        Objects.requireNonNull(signature),
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(until),
                        Boolean.TRUE.equals(onPage)));
    }
}
