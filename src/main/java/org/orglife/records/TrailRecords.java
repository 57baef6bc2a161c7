package org.orglife.records;

import java.util.Objects;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** What the trail tells of his account and his entry in the roster: who did what, and when. */
@Component
class TrailRecords implements RecordSource {

    private static final String SQL = """
            select e.id, cast(e.at at time zone 'Asia/Shanghai' as date) on_day, e.at, e.action, e.actor_name, e.succeeded
            from audit_entry e
            where (e.object_type = 'Member' and e.object_id = cast(:me as text))
              or (e.object_type = 'Account' and e.object_id = cast(:account as text))
            """;

    private final OwnRows own;

    TrailRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.TRAIL,
                SQL,
                scope,
                line -> line.moment("at", "at")
                        .fact("actor", "actor_name")
                        .put("note", line.is("succeeded") ? null : line.words("records.failed"))
                        .titled(line.words(Objects.requireNonNull(line.text("action"))), null));
    }
}
