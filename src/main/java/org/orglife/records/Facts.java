package org.orglife.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;

/** Puts down what is stored of one record, in words; what is empty is left out. */
final class Facts {

    private final Labels labels;
    private final Dates dates;
    private final List<RecordFact> all = new ArrayList<>();

    Facts(Labels labels, Dates dates) {
        this.labels = labels;
        this.dates = dates;
    }

    Facts text(String word, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            all.add(new RecordFact(word, text));
        }
        return this;
    }

    Facts label(String word, @Nullable Labelled constant) {
        return text(word, labels.of(constant));
    }

    Facts day(String word, @Nullable LocalDate day) {
        return text(word, day == null ? null : dates.full(day));
    }

    Facts moment(String word, @Nullable Instant moment) {
        return text(word, moment == null ? null : dates.fullMoment(moment));
    }

    /** A sentence of the messages, if something is so. */
    Facts said(String word, boolean is, String code) {
        return is ? text(word, labels.text(code)) : this;
    }

    RecordRow titled(String title, @Nullable LocalDate on, @Nullable String address) {
        return new RecordRow(title, on, all, address);
    }
}
