package org.orglife.web;

/**
 * Who may call a page, for {@code @PreAuthorize}. A role that is not named gets 403; which records and fields it sees
 * within a page it may call is decided by the scope.
 */
public final class Allow {

    /** Everybody who is signed in. */
    public static final String SIGNED_IN = "isAuthenticated()";

    /** 党委办公室. */
    public static final String OFFICE = "hasRole('PARTY_OFFICE')";

    /** Those who watch branches from above. */
    public static final String SUPERIORS = "hasAnyRole('PARTY_OFFICE','LEADER','SUPERVISOR')";

    /** 书记、副书记、委员. */
    public static final String COMMITTEE = "hasAnyRole('SECRETARY','DEPUTY','COMMITTEE')";

    /** The branch committee and those who help it out. */
    public static final String BRANCH_WORK = "hasAnyRole('SECRETARY','DEPUTY','COMMITTEE','ASSISTANT')";

    /** 书记、副书记. */
    public static final String SECRETARY = "hasAnyRole('SECRETARY','DEPUTY')";

    /** Superiors and everybody in a branch; not the officers. */
    public static final String BUSINESS =
            "hasAnyRole('PARTY_OFFICE','LEADER','SUPERVISOR','SECRETARY','DEPUTY','COMMITTEE',"
                    + "'ASSISTANT','GROUP_LEADER','MEMBER')";

    /** Everybody in a branch. */
    public static final String BRANCH =
            "hasAnyRole('SECRETARY','DEPUTY','COMMITTEE','ASSISTANT','GROUP_LEADER','MEMBER')";

    /** Those who write down meetings: the committee, and whoever leads a group. */
    public static final String MEETINGS = "hasAnyRole('SECRETARY','DEPUTY','COMMITTEE','GROUP_LEADER')";

    /** Those who read what was said: everybody in a branch, and supervision groups. */
    public static final String RECORDS =
            "hasAnyRole('SUPERVISOR','SECRETARY','DEPUTY','COMMITTEE','ASSISTANT','GROUP_LEADER','MEMBER')";

    /** Those who keep the roster: the office, and the branch its own part. */
    public static final String ROSTER = "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY','COMMITTEE')";

    /** Those who may strike items off; which ones, each item's own rule says. */
    public static final String CLOSERS = ROSTER;

    /** The office, and the secretary for the own branch. */
    public static final String IMPORT = "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY')";

    /** Those who draw and end look backs: the office, and the secretary for the own branch. */
    public static final String LOOK_BACKS = "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY')";

    /** Those who may be named to look at something: the office, and everybody in a branch. */
    public static final String INSPECTORS =
            "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY','COMMITTEE','ASSISTANT','GROUP_LEADER','MEMBER')";

    /** Those who answer requests to correct a record: the secretary, for his own ones the office. */
    public static final String CORRECTIONS = "hasAnyRole('PARTY_OFFICE','SECRETARY','DEPUTY')";

    /** Who is where: everybody but the officers who have nothing to do with it. */
    public static final String ORGANISATION =
            "hasAnyRole('PARTY_OFFICE','LEADER','SUPERVISOR','SECRETARY','DEPUTY','COMMITTEE',"
                    + "'ASSISTANT','GROUP_LEADER','MEMBER','SYS_ADMIN')";

    /** Units: the office and the system officer all of them, a branch its groups. */
    public static final String UNITS = "hasAnyRole('PARTY_OFFICE','SYS_ADMIN','SECRETARY','DEPUTY','COMMITTEE')";

    /** The organisation tree: the office and the system officer. */
    public static final String TREE = "hasAnyRole('PARTY_OFFICE','SYS_ADMIN')";

    /** 系统管理员. */
    public static final String SYS_ADMIN = "hasRole('SYS_ADMIN')";

    /** 安全管理员. */
    public static final String SEC_ADMIN = "hasRole('SEC_ADMIN')";

    /** 审计员. */
    public static final String AUDIT_ADMIN = "hasRole('AUDIT_ADMIN')";

    private Allow() {}
}
