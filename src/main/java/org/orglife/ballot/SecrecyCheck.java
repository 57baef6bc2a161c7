package org.orglife.ballot;

import java.time.LocalDate;
import java.util.List;

/**
 * What an installation found out when it attacked its own ballot box.
 *
 * @param tried ballots cast for it, each by a voter whose slip the attack was told
 * @param attributed of these, how many could be given to whoever cast them
 * @param attributedNaively the same on tables as they are usually made; shows that the attack works
 * @param findings what in the definition of the tables could tie a ballot to a voter
 */
public record SecrecyCheck(
        LocalDate checkedOn, int tried, int attributed, int attributedNaively, List<String> findings) {

    public SecrecyCheck {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found, by an attack that works. */
    public boolean isPassed() {
        return attributed == 0 && findings.isEmpty() && attributedNaively > tried * 9 / 10;
    }
}
