package org.orglife.account.web;

import java.util.List;
import org.orglife.shared.Role;

/** Which pages each role finds in its menu: one level, in the order of the work. */
final class Navigation {

    private static final MenuItem HOME = new MenuItem("home", "/", "checkbox");
    private static final MenuItem OVERVIEW = new MenuItem("overview", "/overview", "layout-dashboard");
    private static final MenuItem BRANCHES = new MenuItem("branches", "/branches", "list-details");
    private static final MenuItem CAMPAIGNS = new MenuItem("campaigns", "/campaigns", "flag");
    private static final MenuItem WORKSPACE = new MenuItem("workspace", "/workspace", "layout-dashboard");
    private static final MenuItem LEDGER = new MenuItem("ledger", "/ledger", "table");
    private static final MenuItem ORGANISATION = new MenuItem("organisation", "/organisation", "building-community");
    private static final MenuItem MEMBERS = new MenuItem("members", "/members", "users");
    private static final MenuItem IMPORTS = new MenuItem("imports", "/imports", "file-import");
    private static final MenuItem DOWNLOADS = new MenuItem("downloads", "/downloads", "download");
    private static final MenuItem ACCOUNTS = new MenuItem("accounts", "/accounts", "lock");
    private static final MenuItem ROLES = new MenuItem("roles", "/roles", "shield-lock");
    private static final MenuItem OPENINGS = new MenuItem("openings", "/openings", "user-plus");
    private static final MenuItem MEMBER_ACCOUNTS = new MenuItem("memberAccounts", "/member-accounts", "key");
    private static final MenuItem APPROVALS = new MenuItem("approvals", "/approvals", "shield-check");
    private static final MenuItem AUDIT = new MenuItem("audit", "/audit", "history");
    private static final MenuItem MY_PROBLEMS = new MenuItem("myProblems", "/my-problems", "list-check");
    private static final MenuItem BRANCH_LEDGER = new MenuItem("branchLedger", "/ledger", "table");
    private static final MenuItem ME = new MenuItem("me", "/me", "user");

    private static final MenuItem DURING = MenuItem.caption("group.campaigns");
    private static final MenuItem AFTER = MenuItem.caption("group.after");
    private static final MenuItem LEDGERS = MenuItem.caption("group.ledgers");
    private static final MenuItem ROSTERS = MenuItem.caption("group.rosters");
    private static final MenuItem BRANCH = MenuItem.caption("group.branch");

    private Navigation() {}

    static List<MenuItem> menu(Role role) {
        return switch (role) {
            case PARTY_OFFICE ->
                List.of(
                        HOME,
                        OVERVIEW,
                        BRANCHES,
                        DURING,
                        CAMPAIGNS,
                        LEDGERS,
                        LEDGER,
                        ROSTERS,
                        ORGANISATION,
                        MEMBERS,
                        IMPORTS,
                        DOWNLOADS);
            case LEADER -> List.of(OVERVIEW, BRANCHES, LEDGER, DOWNLOADS);
            case SUPERVISOR -> List.of(HOME, BRANCHES, LEDGER, DOWNLOADS);
            case SECRETARY, DEPUTY ->
                List.of(
                        HOME,
                        WORKSPACE,
                        AFTER,
                        LEDGER,
                        MY_PROBLEMS,
                        BRANCH,
                        MEMBERS,
                        MEMBER_ACCOUNTS,
                        IMPORTS,
                        DOWNLOADS);
            case COMMITTEE -> List.of(HOME, WORKSPACE, AFTER, LEDGER, MY_PROBLEMS, BRANCH, MEMBERS, DOWNLOADS);
            case ASSISTANT -> List.of(HOME, WORKSPACE, AFTER, LEDGER, MY_PROBLEMS, BRANCH, DOWNLOADS);
            case GROUP_LEADER, MEMBER -> List.of(HOME, MY_PROBLEMS, BRANCH_LEDGER, ME);
            case SYS_ADMIN -> List.of(ACCOUNTS, OPENINGS, ORGANISATION);
            case SEC_ADMIN -> List.of(APPROVALS, ROLES);
            case AUDIT_ADMIN -> List.of(AUDIT);
        };
    }

    /** What the thumb reaches on a phone: four places at most, the last one leads to all others. */
    static List<MenuItem> tabs(Role role) {
        return switch (role) {
            case PARTY_OFFICE, LEADER -> List.of(OVERVIEW, BRANCHES, LEDGER, ME);
            case SUPERVISOR -> List.of(HOME, BRANCHES, LEDGER, ME);
            case SECRETARY, DEPUTY, COMMITTEE, ASSISTANT -> List.of(HOME, WORKSPACE, LEDGER, ME);
            case GROUP_LEADER, MEMBER -> List.of(HOME, MY_PROBLEMS, BRANCH_LEDGER, ME);
            case SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN -> {
                List<MenuItem> menu = menu(role);
                yield java.util.stream.Stream.concat(menu.stream(), java.util.stream.Stream.of(ME))
                        .toList();
            }
        };
    }

    /** The first page of a role: where the product's name in the top bar leads. */
    static String first(Role role) {
        return menu(role).get(0).address();
    }
}
