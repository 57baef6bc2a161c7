package org.orglife.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Publications brought as far as a test needs them, by the requests that people's clicks send. */
class PublicationsAtWork {

    private final Pages pages;
    private final JdbcClient jdbc;

    PublicationsAtWork(Pages pages, JdbcClient jdbc) {
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** The campaign of a branch allows a page. */
    void allowPage(long campaign) {
        jdbc.sql("update campaign set public_page = true where id = :id")
                .param("id", campaign)
                .update();
    }

    /** What a form sends, with changes to it: names and values in turn, a null leaves the field out. */
    static String[] fields(PublicationKind kind, List<Long> chosen, String... changes) {
        List<String> fields = new ArrayList<>(List.of(
                "kind", kind.name(),
                "reach", "UNIT",
                "title", "呼吸内科党支部整改措施公示",
                "intro", "现予公示，请党员和群众监督。",
                "contact", "余庆清，内线8231",
                "signature", "中共呼吸内科支部委员会",
                "from", "2023-10-20",
                "until", "2023-10-25"));
        for (int at = 0; at < changes.length; at += 2) {
            int known = fields.indexOf(changes[at]);
            if (known >= 0) {
                fields.subList(known, known + 2).clear();
            }
            if (!changes[at + 1].isEmpty()) {
                fields.addAll(List.of(changes[at], changes[at + 1]));
            }
        }
        chosen.forEach(id -> fields.addAll(List.of("chosen", String.valueOf(id))));
        return fields.toArray(String[]::new);
    }

    MvcTestResult propose(SignedInUser by, long task, String... fields) {
        return pages.post(by, "/tasks/" + task + "/publications", fields);
    }

    /** Proposed by the assistant. */
    long proposed(Branch branch, String... fields) {
        return Pages.redirectedId(propose(branch.assistant(), branch.task(), fields));
    }

    long checked(Branch branch, String... fields) {
        long id = proposed(branch, fields);
        Pages.redirect(check(branch.organiser(), id));
        return id;
    }

    long approved(Branch branch, String... fields) {
        long id = checked(branch, fields);
        Pages.redirect(approve(branch.secretary(), id));
        return id;
    }

    long published(Branch branch, String... fields) {
        long id = approved(branch, fields);
        Pages.redirect(publish(branch.deputy(), id));
        return id;
    }

    MvcTestResult check(SignedInUser by, long id) {
        List<String> fields = new ArrayList<>(List.of("version", version(id)));
        Arrays.stream(CheckPoint.values()).forEach(point -> fields.addAll(List.of("point", point.name())));
        return pages.post(by, "/publications/" + id + "/check", fields.toArray(String[]::new));
    }

    MvcTestResult approve(SignedInUser by, long id, String... more) {
        List<String> fields = new ArrayList<>(List.of("version", version(id)));
        fields.addAll(List.of(more));
        return pages.post(by, "/publications/" + id + "/approve", fields.toArray(String[]::new));
    }

    MvcTestResult publish(SignedInUser by, long id) {
        return pages.post(by, "/publications/" + id + "/publish", "version", version(id));
    }

    MvcTestResult withdraw(SignedInUser by, long id) {
        return pages.post(by, "/publications/" + id + "/withdraw", "reason", "有一处写错了");
    }

    String version(long id) {
        return jdbc.sql("select version from publication where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(String::valueOf)
                .orElse("-1");
    }

    String state(long id) {
        return jdbc.sql("select state from publication where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("GONE");
    }

    /** The address of a publication's page, as its QR code says it. */
    String page(long id) {
        return "/p/"
                + jdbc.sql("select address from publication_page where publication_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
    }

    /** Its last day was yesterday. */
    void over(long id) {
        jdbc.sql("update publication set from_on = '2023-10-10', until_on = '2023-10-19' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql(
                        "update publication_page set from_on = '2023-10-10', until_on = '2023-10-19' where publication_id = :id")
                .param("id", id)
                .update();
    }
}
