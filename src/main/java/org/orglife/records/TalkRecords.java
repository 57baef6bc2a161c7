package org.orglife.records;

import java.util.List;
import org.orglife.shared.BranchScope;
import org.orglife.talk.OwnTalks;
import org.springframework.stereotype.Component;

/** Talks he took part in, with what was said. */
@Component
class TalkRecords implements RecordSource {

    private final OwnTalks talks;
    private final OwnRows own;

    TalkRecords(OwnTalks talks, OwnRows own) {
        this.talks = talks;
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        List<OwnTalks.Own> all = talks.newest(OwnRows.NEWEST, scope);
        return new RecordList(
                RecordSection.TALKS,
                all.stream().map(this::row).toList(),
                all.isEmpty() ? 0 : all.get(0).total());
    }

    private RecordRow row(OwnTalks.Own talk) {
        return own.facts()
                .text("campaign", talk.campaign())
                .label("medium", talk.medium())
                .day("confirmedOn", talk.confirmedOn())
                .text("text", talk.text())
                .titled(talk.others(), talk.heldOn(), null);
    }
}
