package org.orglife.campaign;

import java.util.List;

/**
 * Something a branch still lacks before it reports (gate G4).
 *
 * @param must whether it cannot report without it; otherwise a reason is enough
 * @param code message that says what is missing
 * @param arguments what the message names
 * @param page address where it is done
 */
public record ReportLine(boolean must, String code, List<Object> arguments, String page) {

    public ReportLine {
        arguments = List.copyOf(arguments);
    }
}
