package org.orglife.records;

import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labelled;

/** One kind of what is stored about a member, in the order of the page. */
public enum RecordSection implements Labelled {
    /** Name, birth, branch, kind, marks. */
    PERSON("/me/record", true),
    /** Enrolments and seats. */
    SEATS,
    /** Account and roles. */
    ACCOUNT("/password", true),
    /** Problems of his own, handed in or not. */
    PROBLEMS("/my-problems"),
    /** Measures and decisions he answers for. */
    MEASURES("/my-measures"),
    /** Texts for the meeting. */
    TEXTS,
    /** Sessions of study, and what he made up for. */
    STUDY,
    /** Talks he took part in. */
    TALKS("/my-talks"),
    /** Opinions he gave with his name. */
    OPINIONS,
    /** Organisational-life meetings. */
    MEETINGS,
    /** Leaves he asked for. */
    LEAVES,
    /** Gists of what he said of himself, and others of him. */
    CRITICISM,
    /** Ballots at meetings he was at: that there was one, and nothing else. */
    BALLOTS,
    /** Reviews, once he was told. */
    REVIEWS,
    /** Ordinary meetings. */
    ROUTINE("/my-routine"),
    /** What he promised. */
    PLEDGES,
    /** Lines of his passbook. */
    POINTS("/points"),
    /** Publications in which he stands, and what he lets be shown. */
    PUBLICATIONS,
    /** Files he has uploaded as evidence. */
    EVIDENCE,
    /** That he was reminded. */
    REMINDERS,
    /** What the trail tells of his account and his entry in the roster. */
    TRAIL;

    private final @Nullable String page;
    private final boolean everywhere;

    RecordSection() {
        this(null, false);
    }

    RecordSection(@Nullable String page) {
        this(page, false);
    }

    RecordSection(@Nullable String page, boolean everywhere) {
        this.page = page;
        this.everywhere = everywhere;
    }

    /** The page on which he sees the rest and changes what is his to change; null for none in this role. */
    public @Nullable String page(BranchScope scope) {
        boolean inBranch = !scope.role().isSuperior() && !scope.role().isOfficer();
        return everywhere || inBranch ? page : null;
    }
}
