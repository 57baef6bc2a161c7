package org.orglife.organisation;

import org.orglife.shared.RuleViolationException;

/**
 * Something that cannot be true of a member or a unit. A page shows it beside its field, an import in its cell, and the
 * record itself refuses it: one rule, three places.
 *
 * @param field name of the field, as in {@link MemberDetails} or {@link UnitDetails}
 * @param reason end of its message codes: {@code organisation.odd.<reason>} on a page, {@code
 *     organisation.import.<reason>} in a sheet
 */
public record Objection(String field, String reason) {

    /** Code of the sentence that a page shows. */
    public String code() {
        return "organisation.odd." + reason;
    }

    /** Code of the sentence that a page shows about what is unusual only. */
    public String doubtCode() {
        return "organisation.doubt." + reason;
    }

    /** Code of the two sentences that a sheet shows. */
    String importCode() {
        return "organisation.import." + reason;
    }

    RuleViolationException violation() {
        return new RuleViolationException(code());
    }
}
