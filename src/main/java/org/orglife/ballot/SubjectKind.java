package org.orglife.ballot;

import java.util.List;
import org.orglife.shared.Labelled;

/** What a line of a ballot is about. */
public enum SubjectKind implements Labelled {
    /** A member: 优秀、合格、基本合格、不合格 (BR-20). */
    MEMBER("M"),
    /** The work of the branch committee: 好、较好、一般、差 (BR-42). */
    COMMITTEE("C"),
    /** A member who is listed and gets no grade: 预备党员 (BR-31). */
    LISTED("P");

    /** The four that can be chosen, the best first. */
    public static final List<Integer> GRADES = List.of(1, 2, 3, 4);

    /** Nothing chosen: a valid vote for none of the four (BR-35). */
    public static final int ABSTENTION = 0;

    /** On paper: two or more ticks in one line. */
    public static final int INVALID_LINE = 5;

    private final String code;

    SubjectKind(String code) {
        this.code = code;
    }

    /** As it is stored. */
    String code() {
        return code;
    }

    static SubjectKind of(String code) {
        for (SubjectKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(code);
    }

    /** Whether a grade can be given. */
    public boolean isVotedOn() {
        return this != LISTED;
    }

    /** The message key of a grade's name. */
    public String gradeKey(int grade) {
        String of = grade >= 1 && grade <= 4 ? name() : "ANY";
        return "ballot.grade." + of + "." + grade;
    }
}
