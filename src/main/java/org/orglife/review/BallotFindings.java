package org.orglife.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orglife.ballot.BallotResult;
import org.orglife.ballot.BallotResults;
import org.orglife.ballot.SubjectKind;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/**
 * The one place of the review that reads what a ballot came to, to be shown and for nothing else (BR-50): whoever sets a
 * grade does not know this class.
 */
@Component
class BallotFindings {

    private static final List<Integer> SHOWN = List.of(1, 2, 3, 4, SubjectKind.ABSTENTION, SubjectKind.INVALID_LINE);

    private final BallotResults results;

    BallotFindings(BallotResults results) {
        this.results = results;
    }

    /**
     * By member, of a task that was found within the scope; empty before the count, and for others than the committee
     * (domain 7.2).
     */
    Map<Long, Votes> of(BranchTask task, List<Long> members, BranchScope scope) {
        if (!scope.role().sitsOnCommittee()) {
            return Map.of();
        }
        Map<Long, Votes> found = new HashMap<>();
        results.of(task).ifPresent(result -> {
            if (result.isSuppressed()) {
                members.forEach(member -> found.put(member, new Votes(result.valid(), List.of())));
            } else {
                result.lines().stream()
                        .filter(line -> line.kind() == SubjectKind.MEMBER && line.memberId() != null)
                        .forEach(line -> found.put(Objects.requireNonNull(line.memberId()), votes(line)));
            }
        });
        return found;
    }

    private static Votes votes(BallotResult.Line line) {
        List<Votes.Count> counts = new ArrayList<>();
        for (int choice : SHOWN) {
            boolean grade = SubjectKind.GRADES.contains(choice);
            counts.add(new Votes.Count(
                    line.kind().gradeKey(choice), line.votes(choice), grade ? line.share(choice) : null));
        }
        return new Votes(line.valid(), counts);
    }
}
