package org.orglife.records;

import java.util.List;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.OwnTurns;
import org.springframework.stereotype.Component;

/** Gists of what he said of himself, and others of him. */
@Component
class CriticismRecords implements RecordSource {

    private final OwnTurns turns;
    private final OwnRows own;

    CriticismRecords(OwnTurns turns, OwnRows own) {
        this.turns = turns;
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        List<OwnTurns.Own> all = turns.newest(OwnRows.NEWEST, scope);
        return new RecordList(
                RecordSection.CRITICISM,
                all.stream().map(this::row).toList(),
                all.isEmpty() ? 0 : all.get(0).total());
    }

    private RecordRow row(OwnTurns.Own turn) {
        Facts facts = own.facts().text("self", turn.self());
        turn.said()
                .forEach(said -> facts.text(
                        "said",
                        said.gist() == null
                                ? own.words("records.said.none", said.critic())
                                : own.words("records.said", said.critic(), said.gist())));
        return facts.text("response", turn.response()).titled(turn.campaign(), turn.heldOn(), null);
    }
}
