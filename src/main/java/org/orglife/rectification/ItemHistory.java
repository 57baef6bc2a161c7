package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.rectification.ItemEntry.Signature;
import org.orglife.shared.Actor;
import org.springframework.stereotype.Component;

/** Writes the lines of an item's history. */
@Component
class ItemHistory {

    private final ItemEntryRepository entries;
    private final Clock clock;

    ItemHistory(ItemEntryRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Something happened to the item as a whole. */
    ItemEntry note(RectificationItem item, Kind kind, @Nullable ItemState from, @Nullable String text, Actor actor) {
        return note(item, kind, from, null, text, LocalDate.now(clock), signed(actor));
    }

    /** Something happened to one of its measures. */
    ItemEntry noteMeasure(
            Measure measure, Kind kind, @Nullable ItemState from, @Nullable String text, LocalDate on, Actor actor) {
        return note(measure.getItem(), kind, from, measure.getNumber(), text, on, signed(actor));
    }

    /** It came with, or was changed by, a ledger kept elsewhere. */
    void noteImport(RectificationItem item, Kind kind, @Nullable ItemState from, LocalDate on, String actorName) {
        note(item, kind, from, null, null, on, new Signature(null, actorName, clock.instant()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private ItemEntry note(
            RectificationItem item,
            Kind kind,
            @Nullable ItemState from,
            @Nullable Integer measureNumber,
            @Nullable String text,
            LocalDate on,
            Signature signature) {
        return entries.save(new ItemEntry(item, kind, from, measureNumber, text, on, signature));
    }

    private Signature signed(Actor actor) {
        return new Signature(actor.accountId(), actor.displayName(), clock.instant());
    }
}
