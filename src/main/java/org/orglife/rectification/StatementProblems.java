package org.orglife.rectification;

import java.util.List;
import org.orglife.problem.ProblemText;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.Statements;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what a guest said at a meeting into a problem of the branch. */
@Service
@Transactional
public class StatementProblems {

    private final ItemPlanning planning;
    private final Statements statements;

    StatementProblems(ItemPlanning planning, Statements statements) {
        this.planning = planning;
        this.statements = statements;
    }

    /**
     * Raises the problem and notes on the statement what has become of it.
     *
     * @throws org.orglife.shared.RuleViolationException {@code sitting.statement.became} if it has become one already
     */
    public RectificationItem raise(long statementId, ProblemText text, Actor actor, BranchScope scope) {
        Statements.Said said = statements.get(statementId, scope);
        RectificationItem item =
                planning.raise(new RaiseProblem(said.task().getId(), true, text, List.of()), actor, scope);
        statements.became(statementId, item.getId(), scope);
        return item;
    }
}
