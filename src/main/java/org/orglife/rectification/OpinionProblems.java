package org.orglife.rectification;

import java.util.List;
import org.orglife.opinion.DigestPoint;
import org.orglife.opinion.OpinionDigest;
import org.orglife.problem.ProblemText;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a point of the digest of opinions into a problem of the branch. */
@Service
@Transactional
public class OpinionProblems {

    private final ItemPlanning planning;
    private final OpinionDigest digest;

    OpinionProblems(ItemPlanning planning, OpinionDigest digest) {
        this.planning = planning;
        this.digest = digest;
    }

    /**
     * Raises the problem and notes its number on the point, so that whoever has said it can see where it went.
     *
     * @throws org.orglife.shared.RuleViolationException {@code opinion.point.decided} if the point was decided already
     */
    public RectificationItem raise(long pointId, ProblemText text, Actor actor, BranchScope scope) {
        DigestPoint point = digest.get(pointId, scope);
        RectificationItem item =
                planning.raise(new RaiseProblem(point.getTask().getId(), true, text, List.of()), actor, scope);
        digest.became(pointId, item.getId(), text.aspectId(), scope);
        return item;
    }
}
