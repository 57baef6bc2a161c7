package org.orglife.excel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that go on below a row of which some text was too long for a cell. */
final class LongTexts {

    private LongTexts() {}

    /** For each further piece a row with nothing else in it; almost always none. */
    static List<@Nullable Object[]> continuations(@Nullable Object[] values) {
        List<@Nullable Object[]> rows = List.of();
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof String text && text.length() > SafeText.LONGEST) {
                rows = rows.isEmpty() ? new ArrayList<>() : rows;
                List<String> pieces = SafeText.pieces(text);
                for (int i = 1; i < pieces.size(); i++) {
                    if (rows.size() < i) {
                        rows.add(new @Nullable Object[values.length]);
                    }
                    rows.get(i - 1)[column] = pieces.get(i);
                }
            }
        }
        return rows;
    }
}
