package org.orglife.records;

import java.util.Comparator;
import java.util.List;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers everything that is stored about whoever is signed in (domain 7.6). There is no way to ask for somebody else: who
 * is meant is taken from the scope alone. Left out are other people's anonymous words, ballots and their totals, the
 * pre-assessment, and a disposition, whose notice is a paper.
 */
@Service
@Transactional(readOnly = true)
public class OwnRecords {

    private final List<RecordSource> sources;

    OwnRecords(List<RecordSource> sources) {
        this.sources = sources;
    }

    /**
     * All of it, in the order of {@link RecordSection}; a kind of which there is nothing is there without rows.
     *
     * @throws NotFoundException for an account behind which there is no member
     */
    public List<RecordList> of(BranchScope scope) {
        if (scope.memberId() == null) {
            throw new NotFoundException(Member.class, "own");
        }
        return sources.stream()
                .map(source -> source.of(scope))
                .sorted(Comparator.comparing(RecordList::section))
                .toList();
    }
}
