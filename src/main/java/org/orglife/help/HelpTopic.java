package org.orglife.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.orglife.shared.Role;

/** The chapters of the guide, one for each kind of reader. */
public enum HelpTopic {
    SECRETARY,
    MEMBER,
    OFFICE,
    SUPERVISOR,
    OFFICERS;

    /** Name of its file, without the ending; also the last part of its address. */
    public String file() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The chapter written for a role. */
    public static HelpTopic of(Role role) {
        return switch (role) {
            case SECRETARY, DEPUTY, COMMITTEE, ASSISTANT -> SECRETARY;
            case MEMBER, GROUP_LEADER -> MEMBER;
            case PARTY_OFFICE, LEADER -> OFFICE;
            case SUPERVISOR -> SUPERVISOR;
            case SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN -> OFFICERS;
        };
    }

    public static Optional<HelpTopic> named(String file) {
        return Arrays.stream(values())
                .filter(topic -> topic.file().equals(file))
                .findFirst();
    }
}
