package org.orglife.talk.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.talk.PairKind;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/**
 * 记谈话: with whom, on which day, how.
 *
 * @param convener whose talk it is, of those proposed; null for somebody else
 * @param otherConvener that somebody else
 * @param byPartner where one records his own talks: whether the other one asked him for it
 * @param partners those talked with
 * @param day one of the days proposed; null for another one
 * @param heldOn that other day
 * @param pairKind null to have it proposed from the seats of that day
 */
record TalkForm(
        @Nullable Long convener,
        @Nullable Long otherConvener,
        @Nullable Boolean byPartner,
        @Nullable List<@Nullable Long> partners,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate day,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate heldOn,

        @NotNull(message = "{talk.form.medium.missing}") @Nullable
        TalkMedium medium,

        @Nullable PairKind pairKind,

        @Longest(value = 2000, message = "{talk.form.text.long}") @Nullable
        String text,

        @Nullable Long version) {

    static TalkForm blank(@Nullable Long convener, @Nullable Long with, LocalDate today) {
        return new TalkForm(
                convener,
                null,
                false,
                with == null ? List.of() : List.of(with),
                today,
                null,
                TalkMedium.FACE,
                null,
                null,
                null);
    }

    static TalkForm of(Talk talk, @Nullable String text) {
        return new TalkForm(
                null,
                null,
                false,
                List.of(),
                null,
                talk.getHeldOn(),
                talk.getMedium(),
                talk.getPairKind(),
                text,
                talk.getVersion());
    }

    @Nullable
    LocalDate on() {
        return day != null ? day : heldOn;
    }

    /** Those talked with, each once; public for the page. */
    public List<Long> chosen() {
        return partners == null
                ? List.of()
                : partners.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList();
    }

    /** Complains about what no rule of the record could put into a better place. */
    void check(BindingResult errors, boolean ownOnly) {
        if (errors.getTarget() == null) {
            // a value that is none was sent: that comes first, and nothing else can be told of the form yet
            return;
        }
        checkDay(errors);
        if (!ownOnly && convener == null && otherConvener == null) {
            errors.rejectValue("otherConvener", "talk.form.convener.missing");
        }
        if (chosen().isEmpty()) {
            errors.rejectValue("partners", "talk.no-partner");
        }
    }

    void checkDay(BindingResult errors) {
        if (errors.getTarget() != null && on() == null && !errors.hasFieldErrors("heldOn")) {
            errors.rejectValue("heldOn", "talk.form.heldOn.missing");
        }
    }

    Talk.Facts facts() {
        return new Talk.Facts(Objects.requireNonNull(on()), Objects.requireNonNull(medium), pairKind);
    }

    /** What is to be recorded; only to be called on a form that has passed its checks. */
    RecordTalk toRecord(long taskId, boolean ownOnly, long me) {
        List<Long> others = new ArrayList<>(chosen());
        long from;
        if (!ownOnly) {
            from = Objects.requireNonNull(convener != null ? convener : otherConvener);
        } else if (Boolean.TRUE.equals(byPartner)) {
            from = others.remove(0);
            others.add(0, me);
        } else {
            from = me;
        }
        return new RecordTalk(taskId, from, others, facts(), text);
    }
}
