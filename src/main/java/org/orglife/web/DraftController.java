package org.orglife.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.web.Drafts.Draft;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a page saves what is being written in one of its forms, and finds it again. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Dates dates;

    DraftController(Drafts drafts, Dates dates) {
        this.drafts = drafts;
        this.dates = dates;
    }

    /** As a page sends it. */
    record Written(
            @Nullable String form,
            @Nullable Long seq,
            @Nullable String base,
            @Nullable String fields) {}

    /** As a page gets it, with the time in words. */
    record Kept(
            long seq,
            String at,
            @Nullable String base,
            @Nullable String fields) {}

    @GetMapping("/drafts")
    @PreAuthorize(Allow.SIGNED_IN)
    ResponseEntity<Kept> draft(@RequestParam(required = false) @Nullable String form, Actor actor) {
        return Drafts.isForm(form) && form != null
                ? ResponseEntity.ok(kept(drafts.of(actor.accountId(), form)))
                : ResponseEntity.badRequest().build();
    }

    /** 200 with the new number; 409 with what was saved elsewhere meanwhile. */
    @PostMapping("/drafts")
    @PreAuthorize(Allow.SIGNED_IN)
    ResponseEntity<Kept> save(@RequestBody(required = false) @Nullable Written written, Actor actor) {
        String form = written == null ? null : written.form();
        String fields = written == null ? null : written.fields();
        if (written == null || form == null || !Drafts.isForm(form) || fields == null || written.seq() == null) {
            return ResponseEntity.badRequest().build();
        }
        if (fields.length() > Drafts.LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Optional<Long> saved =
                drafts.save(actor.accountId(), form, Math.max(0, written.seq()), number(written.base()), fields);
        Draft now = drafts.of(actor.accountId(), form);
        return saved.isPresent()
                ? ResponseEntity.ok(new Kept(saved.get(), moment(now), null, null))
                : ResponseEntity.status(HttpStatus.CONFLICT).body(kept(now));
    }

    @PostMapping("/drafts/discard")
    @PreAuthorize(Allow.SIGNED_IN)
    ResponseEntity<Kept> discard(@RequestBody(required = false) @Nullable Written written, Actor actor) {
        String form = written == null ? null : written.form();
        return form != null && Drafts.isForm(form)
                ? ResponseEntity.ok(new Kept(drafts.finish(actor.accountId(), form), "", null, null))
                : ResponseEntity.badRequest().build();
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed == null || !typed.matches("\\d{1,18}") ? null : Long.valueOf(typed);
    }

    private Kept kept(Draft draft) {
        return new Kept(
                draft.seq(), moment(draft), draft.base() == null ? null : String.valueOf(draft.base()), draft.fields());
    }

    private String moment(Draft draft) {
        return dates.moment(draft.at() == null ? null : draft.at().toInstant());
    }
}
