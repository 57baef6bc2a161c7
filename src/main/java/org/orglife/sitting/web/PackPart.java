package org.orglife.sitting.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.web.ListParams;

/** A paper of the pack for a meeting, in the order in which they lie on each other. */
enum PackPart {
    /** 签到表 (F18). */
    SIGN_IN,
    /** 议程 (F21). */
    AGENDA,
    /** 主持词 (F22). */
    SCRIPT,
    /** 发言顺序表. */
    TURNS,
    /** 党员测评表 (F13). */
    BALLOT,
    /** 支委会测评表 (F14). */
    COMMITTEE_BALLOT,
    /** 会议记录 (F20), blank. */
    RECORD;

    /** Those a meeting has: sheets for a ballot only where members are reviewed at it. */
    static Set<PackPart> all(boolean review) {
        Set<PackPart> all = EnumSet.allOf(PackPart.class);
        if (!review) {
            all.remove(BALLOT);
            all.remove(COMMITTEE_BALLOT);
        }
        return all;
    }

    /** Those asked for, as they stand in an address; all of them if none is. */
    static Set<PackPart> chosen(@Nullable String asked, Set<PackPart> all) {
        Set<PackPart> chosen = EnumSet.noneOf(PackPart.class);
        for (String name : asked == null ? new String[0] : asked.split(",")) {
            PackPart part = ListParams.constant(values(), name);
            if (part != null && all.contains(part)) {
                chosen.add(part);
            }
        }
        return chosen.isEmpty() ? all : chosen;
    }

    /**
     * A box to tick, which is a link.
     *
     * @param next what is chosen once it is followed
     */
    record Choice(PackPart part, boolean chosen, String next) {}

    static List<Choice> choices(Set<PackPart> all, Set<PackPart> chosen) {
        return all.stream()
                .map(part -> new Choice(part, chosen.contains(part), next(part, all, chosen)))
                .toList();
    }

    private static String next(PackPart part, Set<PackPart> all, Set<PackPart> chosen) {
        return Arrays.stream(values())
                .filter(all::contains)
                .filter(one -> one == part ? !chosen.contains(one) : chosen.contains(one))
                .map(PackPart::name)
                .collect(Collectors.joining(","));
    }
}
