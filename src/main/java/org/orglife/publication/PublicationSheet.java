package org.orglife.publication;

import java.util.List;

/**
 * A publication as it is printed and read: words only, so that paper, page and the text for a chat say the same.
 *
 * @param lead how many columns at the left a group shares
 * @param period from when to when it is shown
 * @param day of the signature
 * @param note below the rows; empty for none
 */
public record PublicationSheet(
        PublicationKind kind,
        String title,
        String intro,
        List<Column> columns,
        int lead,
        List<Group> groups,
        String period,
        String contact,
        String signature,
        String day,
        String note) {

    public PublicationSheet {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
    }

    /**
     * A column.
     *
     * @param look how it is set: {@code no}, {@code text}, {@code due}, {@code name}, {@code word}, {@code post}
     */
    public record Column(String label, String look) {}

    /** Rows that share what stands at the left. */
    public record Group(List<String> lead, List<List<String>> rows) {

        public Group {
            lead = List.copyOf(lead);
            rows = List.copyOf(rows);
        }
    }
}
