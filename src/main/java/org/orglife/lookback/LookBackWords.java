package org.orglife.lookback;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Component;

/** Says in one line what a round came to, for a report or a message. */
@Component("lookBackWords")
public class LookBackWords {

    private final Labels labels;

    LookBackWords(Labels labels) {
        this.labels = labels;
    }

    /** The line; of personal items the counts alone, and those only where the caller is told of them. */
    public String of(LookBackView view) {
        LookBackRound round = view.round();
        StringBuilder words = new StringBuilder(
                labels.text("lookback.words", view.task().getBranch().getName(), String.valueOf(round.getNumber())));
        words.append(labels.text(
                "lookback.words.branch", String.valueOf(view.branch().all()), found(view.branch())));
        FindingCounts personal = view.personal();
        if (personal != null && personal.all() > 0) {
            words.append("；")
                    .append(labels.text("lookback.words.personal", String.valueOf(personal.all()), found(personal)));
        }
        return words.append("。").toString();
    }

    private String found(FindingCounts counts) {
        String found = Arrays.stream(Finding.values())
                .map(finding ->
                        labels.text("lookback.words.count", labels.of(finding), String.valueOf(counts.of(finding))))
                .collect(Collectors.joining("、"));
        String missing =
                counts.missing() == 0 ? "" : labels.text("lookback.words.missing", String.valueOf(counts.missing()));
        String moved =
                counts.movedOn() == 0 ? "" : labels.text("lookback.words.moved", String.valueOf(counts.movedOn()));
        return found + missing + moved;
    }
}
