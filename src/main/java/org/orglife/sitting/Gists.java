package org.orglife.sitting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 要点: at most the gist of what was said in a turn, sealed; writing it is never asked for (domain 7.2). */
@Service
@Transactional
public class Gists {

    static final String SELF = "turn.self-criticism";
    static final String RESPONSE = "turn.response";
    static final String GIST = "criticism.gist";

    private final Desk desk;
    private final CriticismRound round;
    private final TurnRepository turns;
    private final CriticismRepository criticisms;
    private final Sealer sealer;

    Gists(Desk desk, CriticismRound round, TurnRepository turns, CriticismRepository criticisms, Sealer sealer) {
        this.desk = desk;
        this.round = round;
        this.turns = turns;
        this.criticisms = criticisms;
        this.sealer = sealer;
    }

    /**
     * Writes the gist of a criticism, sealed; who said it is noted with it.
     *
     * @param gist null for none
     */
    public void writeGist(long taskId, long turnId, long criticId, @Nullable String gist, BranchScope scope) {
        round.criticised(taskId, turnId, criticId, true, scope);
        criticisms.find(turnId, criticId).ifPresent(criticism -> criticism.write(seal(gist, GIST)));
    }

    /** Writes the gist of a self-criticism, sealed. */
    public void writeSelfCriticism(long taskId, long turnId, @Nullable String gist, BranchScope scope) {
        round.find(turnId, desk.hold(taskId, scope)).writeSelfCriticism(seal(gist, SELF));
    }

    /** Writes the gist of a response, sealed. */
    public void writeResponse(long taskId, long turnId, @Nullable String gist, BranchScope scope) {
        round.find(turnId, desk.hold(taskId, scope)).writeResponse(seal(gist, RESPONSE));
    }

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types
    private byte @Nullable [] seal(@Nullable String gist, String field) {
        return gist == null ? null : sealer.seal(gist, field);
    }

    /**
     * The turns of a round in their order, read for a caller whose scope holds the meeting.
     *
     * @param writes whether the caller keeps the record and it is still open: he reads what he has written
     */
    List<TurnRow> rows(long itemId, boolean writes, BranchScope scope) {
        List<Criticism> all = criticisms.ofItem(itemId);
        return turns.of(itemId).stream()
                .map(turn -> row(turn, all, writes || mayRead(turn, scope)))
                .toList();
    }

    private TurnRow row(Turn turn, List<Criticism> all, boolean reads) {
        return new TurnRow(
                turn.getId(),
                turn.getMemberId(),
                turn.getName(),
                turn.getSeat(),
                turn.getStage(),
                turn.getSkipReason(),
                reads ? open(turn.getSelfCriticismSealed(), SELF) : null,
                reads ? open(turn.getResponseSealed(), RESPONSE) : null,
                all.stream()
                        .filter(one -> one.getTurnId().equals(turn.getId()))
                        .map(one -> new Critic(one.getCriticId(), reads ? open(one.getGistSealed(), GIST) : null))
                        .toList());
    }

    private static boolean mayRead(Turn turn, BranchScope scope) {
        return scope.role().sitsOnCommittee() || scope.isOwn(turn.getMemberId());
    }

    @SuppressWarnings("NullAway") // as above
    private @Nullable String open(byte @Nullable [] sealed, String field) {
        return sealed == null ? null : sealer.open(sealed, field);
    }
}
