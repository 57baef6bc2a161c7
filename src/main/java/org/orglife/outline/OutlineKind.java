package org.orglife.outline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orglife.campaign.CampaignKind;
import org.orglife.shared.Labelled;

/** Whose text it is. */
public enum OutlineKind implements Labelled {
    /** 党员个人发言提纲、对照检查材料 (F12). */
    MEMBER("mine"),
    /** 党支部班子对照检查材料 (F11). */
    BRANCH("branch");

    private final String address;

    OutlineKind(String address) {
        this.address = address;
    }

    /** How it is named in the address of its form. */
    public String address() {
        return address;
    }

    /** The kind whose form has that address. */
    public static Optional<OutlineKind> at(String address) {
        return Stream.of(values()).filter(kind -> kind.address.equals(address)).findFirst();
    }

    /** The parts it has, in the order of the paper. What became of last year's measures is asked for every year only. */
    public List<OutlineSection> sections(CampaignKind campaign) {
        return Stream.of(OutlineSection.values())
                .filter(section -> section.kind() == this)
                .filter(section -> section != OutlineSection.LAST_CYCLE || campaign == CampaignKind.ANNUAL)
                .toList();
    }
}
