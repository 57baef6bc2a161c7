package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.orglife.shared.Role;

/**
 * Which pages each role finds in its menu: one level, in the order of the work. Every page belongs to one entry, the one
 * it is found from; it is marked in the menu and at the bottom of a phone.
 */
final class Navigation {

    private static final MenuItem HOME = new MenuItem("home", "/", "checkbox");
    private static final MenuItem OVERVIEW = new MenuItem("overview", "/overview", "layout-dashboard");
    private static final MenuItem BRANCHES = new MenuItem("branches", "/branches", "list-details");
    private static final MenuItem CAMPAIGNS = new MenuItem("campaigns", "/campaigns", "flag");
    private static final MenuItem WORKSPACE = new MenuItem("workspace", "/workspace", "layout-dashboard");
    private static final MenuItem OPINIONS = new MenuItem("opinions", "/opinions", "mailbox");
    private static final MenuItem PROBLEMS = new MenuItem("problems", "/problems", "list-search");
    private static final MenuItem LEDGER = new MenuItem("ledger", "/ledger", "table");
    private static final MenuItem OVERDUE = new MenuItem("overdue", "/overdue", "clock-exclamation");
    private static final MenuItem ORGANISATION = new MenuItem("organisation", "/organisation", "building-community");
    private static final MenuItem MEMBERS = new MenuItem("members", "/members", "users");
    private static final MenuItem IMPORTS = new MenuItem("imports", "/imports", "file-import");
    private static final MenuItem DOWNLOADS = new MenuItem("downloads", "/downloads", "download");
    private static final MenuItem RETENTION = new MenuItem("retention", "/retention", "trash");
    private static final MenuItem ACCOUNTS = new MenuItem("accounts", "/accounts", "lock");
    private static final MenuItem ROLES = new MenuItem("roles", "/roles", "shield-lock");
    private static final MenuItem OPENINGS = new MenuItem("openings", "/openings", "user-plus");
    private static final MenuItem MEMBER_ACCOUNTS = new MenuItem("memberAccounts", "/member-accounts", "key");
    private static final MenuItem APPROVALS = new MenuItem("approvals", "/approvals", "shield-check");
    private static final MenuItem AUDIT = new MenuItem("audit", "/audit", "history");
    private static final MenuItem MY_PROBLEMS = new MenuItem("myProblems", "/my-problems", "list-check");
    private static final MenuItem STUDY = new MenuItem("study", "/study", "book");
    private static final MenuItem MEETING = new MenuItem("meeting", "/meeting", "calendar-event");
    private static final MenuItem TALKS = new MenuItem("talks", "/talks", "messages");
    private static final MenuItem MY_TALKS = new MenuItem("myTalks", "/my-talks", "messages");
    private static final MenuItem ROUTINE = new MenuItem("routine", "/routine", "calendar");
    private static final MenuItem MY_ROUTINE = new MenuItem("myRoutine", "/my-routine", "calendar");
    private static final MenuItem PUBLICATIONS = new MenuItem("publications", "/publications", "speakerphone");
    private static final MenuItem ME = new MenuItem("me", "/me", "user");

    private static final MenuItem DURING = MenuItem.caption("group.campaigns");
    private static final MenuItem BEFORE = MenuItem.caption("group.before");
    private static final MenuItem AT = MenuItem.caption("group.at");
    private static final MenuItem AFTER = MenuItem.caption("group.after");
    private static final MenuItem LEDGERS = MenuItem.caption("group.ledgers");
    private static final MenuItem ROSTERS = MenuItem.caption("group.rosters");
    private static final MenuItem BRANCH = MenuItem.caption("group.branch");

    /** Pages of one kind, and the entries they may belong to: the first one that the role has. */
    private record Place(Pattern path, List<MenuItem> entries) {

        static Place of(String path, MenuItem... entries) {
            return new Place(Pattern.compile(path), List.of(entries));
        }
    }

    /** A branch's own problems are written and read from two entries; the request says which. */
    private static final List<Place> MINE = List.of(
            Place.of("/tasks/\\d+/problems(/new)?", MY_PROBLEMS),
            Place.of("/tasks/\\d+/recurring", MY_PROBLEMS, LEDGER),
            Place.of("/ledger/.*", MY_PROBLEMS));

    /** The board of a campaign has the address of the campaign; what is sent there is the form that changes it. */
    private static final Place BOARD =
            Place.of("/campaigns/\\d+(/steps|/figures(/.*)?)?", OVERVIEW, BRANCHES, WORKSPACE, HOME);

    /** The first that fits counts. Every entry of a menu stands here. */
    private static final List<Place> PLACES = List.of(
            Place.of("/", HOME),
            Place.of("/overview", OVERVIEW, BRANCHES),
            Place.of("/branches", BRANCHES),
            Place.of("/campaigns(/.*)?|/own-meetings(/.*)?", CAMPAIGNS, WORKSPACE, OVERVIEW, HOME),
            Place.of(
                    "/workspace|/tasks/\\d+(/plan|/last-cycle|/steps/.*|/own-steps.*|/helpers)?",
                    WORKSPACE,
                    BRANCHES,
                    HOME),
            Place.of(
                    "/opinions(/.*)?|/tasks/\\d+/opinions(/.*)?|/opinion-(points|collections)/.*",
                    OPINIONS,
                    BRANCHES,
                    HOME),
            Place.of("/tasks/\\d+/my-problems|/problem-drafts/.*", MY_PROBLEMS),
            Place.of("/problems|/tasks/\\d+/problems(/.*)?", PROBLEMS, MY_PROBLEMS),
            Place.of("/tasks/\\d+/(recurring|list-decision)", LEDGER),
            Place.of("/tasks/\\d+/look-backs(/.*)?|/look-backs(/.*)?", LEDGER),
            Place.of(
                    "/meeting|/tasks/\\d+/(meetings?|expected|invitations|leave|minutes|make-ups|review)(/.*)?"
                            + "|/check-in(/.*)?|/statements/.*",
                    MEETING,
                    BRANCHES,
                    HOME),
            Place.of("/tasks/\\d+/meeting-figures/.*", OVERVIEW, BRANCHES, MEETING, HOME),
            Place.of("/ledger(/.*)?", LEDGER),
            Place.of("/tasks/\\d+/surveys(/.*)?|/surveys/.*", LEDGER, BRANCHES, HOME),
            Place.of("/overdue(/.*)?", OVERDUE),
            Place.of(
                    "/publications(/.*)?|/tasks/\\d+/(publications|pledges)(/.*)?|/pledges/.*|/points(/.*)?",
                    PUBLICATIONS,
                    BRANCHES,
                    HOME),
            Place.of("/my-problems|/my-measures", MY_PROBLEMS),
            Place.of("/study(/.*)?|/tasks/\\d+/study(/.*)?", STUDY, BRANCHES, HOME),
            Place.of("/routine(/.*)?|/my-routine", ROUTINE, MY_ROUTINE),
            Place.of("/talks(/.*)?|/my-talks|/tasks/\\d+/talks(/.*)?", TALKS, MY_TALKS, BRANCHES),
            Place.of("/tasks/\\d+/texts(/.*)?|/texts/.*", WORKSPACE, MY_PROBLEMS),
            Place.of("/organisation(/.*)?|/positions/.*", ORGANISATION, MEMBERS, BRANCHES, WORKSPACE, ME),
            Place.of("/members(/.*)?", MEMBERS),
            Place.of("/corrections(/.*)?", HOME),
            Place.of("/member-accounts(/.*)?", MEMBER_ACCOUNTS),
            Place.of("/imports(/.*)?", IMPORTS),
            Place.of("/downloads(/.*)?", DOWNLOADS, ME),
            Place.of("/retention(/.*)?", RETENTION),
            Place.of("/accounts(/.*)?", ACCOUNTS),
            Place.of("/openings(/.*)?", OPENINGS),
            Place.of("/approvals(/.*)?", APPROVALS),
            Place.of("/roles(/.*)?", ROLES),
            Place.of("/audit", AUDIT),
            Place.of("/me(/.*)?|/password|/help(/.*)?|/ballot/why(/.*)?", ME));

    private Navigation() {}

    static List<MenuItem> menu(Role role) {
        return switch (role) {
            case PARTY_OFFICE ->
                List.of(
                        HOME,
                        OVERVIEW,
                        BRANCHES,
                        ROUTINE,
                        DURING,
                        CAMPAIGNS,
                        LEDGERS,
                        LEDGER,
                        OVERDUE,
                        ROSTERS,
                        ORGANISATION,
                        MEMBERS,
                        IMPORTS,
                        DOWNLOADS,
                        RETENTION);
            case LEADER -> List.of(OVERVIEW, BRANCHES, ROUTINE, LEDGER, DOWNLOADS);
            case SUPERVISOR -> List.of(HOME, BRANCHES, ROUTINE, LEDGER, DOWNLOADS);
            case SECRETARY, DEPUTY ->
                List.of(
                        HOME,
                        WORKSPACE,
                        BEFORE,
                        STUDY,
                        TALKS,
                        OPINIONS,
                        PROBLEMS,
                        AT,
                        MEETING,
                        AFTER,
                        LEDGER,
                        OVERDUE,
                        PUBLICATIONS,
                        MY_PROBLEMS,
                        BRANCH,
                        ROUTINE,
                        MEMBERS,
                        MEMBER_ACCOUNTS,
                        IMPORTS,
                        DOWNLOADS);
            case COMMITTEE ->
                List.of(
                        HOME,
                        WORKSPACE,
                        BEFORE,
                        STUDY,
                        TALKS,
                        OPINIONS,
                        PROBLEMS,
                        AT,
                        MEETING,
                        AFTER,
                        LEDGER,
                        OVERDUE,
                        PUBLICATIONS,
                        MY_PROBLEMS,
                        BRANCH,
                        ROUTINE,
                        MEMBERS,
                        DOWNLOADS);
            case ASSISTANT ->
                List.of(
                        HOME,
                        WORKSPACE,
                        BEFORE,
                        STUDY,
                        TALKS,
                        OPINIONS,
                        PROBLEMS,
                        AT,
                        MEETING,
                        AFTER,
                        LEDGER,
                        OVERDUE,
                        PUBLICATIONS,
                        MY_PROBLEMS,
                        BRANCH,
                        ROUTINE,
                        DOWNLOADS);
            case GROUP_LEADER, MEMBER ->
                List.of(HOME, MY_PROBLEMS, MEETING, MY_ROUTINE, MY_TALKS, LEDGER, PUBLICATIONS, ME);
            case SYS_ADMIN -> List.of(ACCOUNTS, OPENINGS, ORGANISATION);
            case SEC_ADMIN -> List.of(APPROVALS, ROLES);
            case AUDIT_ADMIN -> List.of(AUDIT);
        };
    }

    /** What the thumb reaches on a phone: five places at most, the last one leads to all others. */
    static List<MenuItem> tabs(Role role) {
        return switch (role) {
            case PARTY_OFFICE -> List.of(HOME, OVERVIEW, BRANCHES, LEDGER, ME);
            case LEADER -> List.of(OVERVIEW, BRANCHES, LEDGER, ME);
            case SUPERVISOR -> List.of(HOME, BRANCHES, LEDGER, ME);
            case SECRETARY, DEPUTY, COMMITTEE, ASSISTANT -> List.of(HOME, WORKSPACE, TALKS, LEDGER, ME);
            case GROUP_LEADER, MEMBER -> List.of(HOME, MY_PROBLEMS, MEETING, MY_TALKS, ME);
            case SYS_ADMIN, SEC_ADMIN, AUDIT_ADMIN -> {
                List<MenuItem> menu = menu(role);
                yield Stream.concat(menu.stream(), Stream.of(ME)).toList();
            }
        };
    }

    /** The entry of the menu that the page of a request belongs to; none for what stands under one's own name only. */
    static Optional<MenuItem> current(Role role, HttpServletRequest request) {
        return entry(role, request).filter(menu(role)::contains);
    }

    /** The same at the bottom of a phone: pages without a place there are found from the last one. */
    static Optional<MenuItem> currentTab(Role role, HttpServletRequest request) {
        return entry(role, request).map(entry -> tabs(role).contains(entry) ? entry : ME);
    }

    private static Optional<MenuItem> entry(Role role, HttpServletRequest request) {
        String path = path(request);
        Stream<Place> special = Stream.concat(
                isAboutOneself(role, request) ? MINE.stream() : Stream.empty(),
                request.getMethod().equals("GET") ? Stream.of(BOARD) : Stream.empty());
        List<MenuItem> menu = menu(role);
        return Stream.concat(special, PLACES.stream())
                .filter(place -> place.path().matcher(path).matches())
                .findFirst()
                .flatMap(place -> place.entries().stream()
                        .filter(entry -> entry.equals(ME) || menu.contains(entry))
                        .findFirst());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Whether it is about one's own problems; members write no others. */
    private static boolean isAboutOneself(Role role, HttpServletRequest request) {
        if (!role.sitsOnCommittee() && role != Role.ASSISTANT && path(request).startsWith("/tasks/")) {
            return true;
        }
        String back = request.getParameter("back");
        return Boolean.parseBoolean(request.getParameter("mine")) || (back != null && back.startsWith("/my-problems"));
    }

    /** The first page of a role: where the product's name in the top bar leads. */
    static String first(Role role) {
        return menu(role).get(0).address();
    }
}
