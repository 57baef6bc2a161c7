package org.orglife;

import org.orglife.account.SignedInUser;

/** Opinions as people write them down: through the pages. */
public final class Opinions {

    private final Pages pages;

    public Opinions(Pages pages) {
        this.pages = pages;
    }

    /** Writes one down about the work, said by somebody from outside on 12 October 2023, and finds its id. */
    public long record(SignedInUser by, long task, String text, String channel) {
        Pages.redirect(pages.post(
                by,
                "/tasks/" + task + "/opinions",
                "text",
                text,
                "about",
                "WORK",
                "channel",
                channel,
                "group",
                "OUTSIDER",
                "givenOn",
                "2023-10-12"));
        // the newest stands on top
        String page = Pages.body(pages.get(by, "/tasks/{id}/opinions", task));
        int at = page.indexOf("/opinions/", page.indexOf("<ul class=\"op-rows\">")) + "/opinions/".length();
        return Long.parseLong(page.substring(at, page.indexOf('/', at)));
    }

    /** Merges some into one point, and finds the id of the point. */
    public long merge(SignedInUser by, long task, String text, long... ids) {
        String[] fields = new String[4 + 2 * ids.length];
        fields[0] = "text";
        fields[1] = text;
        fields[2] = "about";
        fields[3] = "WORK";
        for (int at = 0; at < ids.length; at++) {
            fields[4 + 2 * at] = "ids";
            fields[5 + 2 * at] = String.valueOf(ids[at]);
        }
        Pages.redirect(pages.post(by, "/tasks/" + task + "/opinions/points", fields));
        String page = Pages.body(pages.get(by, "/tasks/{id}/opinions/digest", task));
        int at = page.lastIndexOf("id=\"point-") + "id=\"point-".length();
        return Long.parseLong(page.substring(at, page.indexOf('"', at)));
    }
}
