package org.orglife.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a round goes from where it stands, and what each result brings about. */
class LookBackStateTests {

    @ParameterizedTest
    @DisplayName("A round is called off before anybody has looked, and ends once")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from,      PLANNED, RUNNING, FINISHED, CANCELLED, open
            PLANNED,   false,   true,    true,     true,      true
            RUNNING,   false,   false,   true,     false,     true
            FINISHED,  false,   false,   false,    false,     false
            CANCELLED, false,   false,   false,    false,     false
            """)
    void states(RoundState from, boolean planned, boolean running, boolean finished, boolean cancelled, boolean open) {
        assertThat(from.canBecome(RoundState.PLANNED)).isEqualTo(planned);
        assertThat(from.canBecome(RoundState.RUNNING)).isEqualTo(running);
        assertThat(from.canBecome(RoundState.FINISHED)).isEqualTo(finished);
        assertThat(from.canBecome(RoundState.CANCELLED)).isEqualTo(cancelled);
        assertThat(from.isOpen()).isEqualTo(open);
    }

    @ParameterizedTest
    @DisplayName("反弹 and 未落实 register the item again; all but 巩固 is said in words")
    @CsvSource({"HOLDING, false, false", "PARTIAL, false, true", "REBOUND, true, true", "NOT_DONE, true, true"})
    void findings(Finding finding, boolean reopens, boolean needsRemark) {
        assertThat(finding.reopens()).isEqualTo(reopens);
        assertThat(finding.needsRemark()).isEqualTo(needsRemark);
    }
}
