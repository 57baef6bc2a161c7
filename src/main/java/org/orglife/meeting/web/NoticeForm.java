package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.NoticeText;

/** A notice, and why it goes out late if it does. */
record NoticeForm(
        @NotNull(message = "{meeting.notice.headline.missing}")
        @Size(max = 100, message = "{meeting.notice.headline.long}")
        @Nullable
        String title,

        @NotNull(message = "{meeting.notice.body.missing}")
        @Size(max = 5000, message = "{meeting.notice.body.long}")
        @Nullable
        String body,

        @Size(max = 300, message = "{meeting.reason.long}") @Nullable
        String lateReason,

        @Nullable Long version) {

    static NoticeForm of(NoticeText text, @Nullable Long version) {
        return new NoticeForm(text.title(), text.body(), null, version);
    }

    /** Only to be called on a form that has passed its checks. */
    NoticeText toText() {
        return new NoticeText(Objects.requireNonNull(title), Objects.requireNonNull(body));
    }
}
