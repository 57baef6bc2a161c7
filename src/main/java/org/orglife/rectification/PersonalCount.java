package org.orglife.rectification;

/**
 * Personal items of a branch as counts, which is all a superior sees of them (F02, domain 7.2).
 *
 * @param members members of the branch, persons
 * @param membersWithList those who have put down at least one problem, persons
 */
public record PersonalCount(
        long branchId,
        String branch,
        long members,
        long membersWithList,
        long secretaryProblems,
        long memberProblems,
        long measures,
        long closed) {

    public long problems() {
        return secretaryProblems + memberProblems;
    }
}
