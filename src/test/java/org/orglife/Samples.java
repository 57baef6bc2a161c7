package org.orglife;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SignedInUser;
import org.orglife.excel.ShiftedWorkbook;
import org.orglife.excel.ShiftedWorkbook.Dates;
import org.orglife.excel.Workbooks;
import org.orglife.imports.ImportPreview;
import org.orglife.imports.ImportService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitKind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two sample organisations, imported once a run through the service that a user's upload runs. Tests read them;
 * whoever changes something makes a tree of his own.
 */
public class Samples {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final OrgUnitService units;
    private final ImportService imports;
    private final People people;
    private final JdbcClient jdbc;

    private @Nullable Sample hospital;
    private @Nullable Sample community;

    Samples(OrgUnitService units, ImportService imports, People people, JdbcClient jdbc) {
        this.units = units;
        this.imports = imports;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** An organisation with the campaign its ledger went into. */
    public record Sample(OrgUnit root, SignedInUser office, long campaign) {}

    /** 20 branches, 372 members, 784 problems. */
    public synchronized Sample hospital() {
        if (hospital == null) {
            OrgUnit root = units.createRoot(UnitKind.PARTY_COMMITTEE, "示范市中心医院党委");
            hospital = load(root, roster(), "2023年度专题组织生活会台账.xlsx", file("ledger.xlsx"));
        }
        return hospital;
    }

    /** One branch, 136 problems. */
    public synchronized Sample community() {
        if (community == null) {
            OrgUnit root = units.createRoot(UnitKind.PARTY_COMMITTEE, "青禾镇党委");
            community =
                    load(root, file("community-roster.xlsx"), "2021年专题组织生活会整改台账.xlsx", file("community-ledger.xlsx"));
        }
        return community;
    }

    /** The hospital once more, under another name and without a ledger. */
    public Sample emptyHospital() {
        String name = "示范市第" + COPIES.incrementAndGet() + "中心医院党委";
        OrgUnit root = units.createRoot(UnitKind.PARTY_COMMITTEE, name);
        SignedInUser office = people.office(root);
        Map<String, byte[]> parts = Workbooks.unzip(roster());
        parts.replaceAll((part, content) -> part.endsWith(".xml")
                ? new String(content, java.nio.charset.StandardCharsets.UTF_8)
                        .replace("示范市中心医院党委", name)
                        .replace(references("示范市中心医院党委"), name)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : content);
        take("党组织和党员名册.xlsx", Workbooks.zip(parts), Map.of(), office);
        return new Sample(root, office, 0);
    }

    /** A text as the sample workbooks hold it: every character by its number. */
    private static String references(String text) {
        StringBuilder references = new StringBuilder();
        text.codePoints().forEach(point -> references.append("&#").append(point).append(';'));
        return references.toString();
    }

    private Sample load(OrgUnit root, byte[] roster, String ledgerName, byte[] ledger) {
        SignedInUser office = people.office(root);
        take("党组织和党员名册.xlsx", roster, Map.of(), office);
        take(ledgerName, ledger, Map.of(), office);
        long campaign = jdbc.sql("select id from campaign where issuer_id = :root")
                .param("root", root.getId())
                .query(Long.class)
                .single();
        return new Sample(root, office, campaign);
    }

    /** Uploads a workbook and confirms it. */
    public ImportPreview take(String name, byte[] workbook, Map<String, String> choices, SignedInUser user) {
        People.actAs(user);
        try {
            long batch = imports.upload(name, new ByteArrayInputStream(workbook), user, user.scope());
            if (!choices.isEmpty()) {
                imports.check(batch, choices, user, user.scope());
            }
            ImportPreview outcome = imports.confirm(batch, user, user.scope(), rows -> {});
            if (!outcome.isReady()) {
                throw new AssertionError("Refused: " + outcome.problems() + outcome.unreadable());
            }
            return outcome;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The hospital's roster. It stands at the end of 2023, when ten members had become full since the day at which the
     * clock of the tests stands: their dates are moved back.
     */
    public static byte[] roster() {
        ByteArrayOutputStream moved = new ByteArrayOutputStream();
        try {
            ShiftedWorkbook.write(
                    new ByteArrayInputStream(file("roster.xlsx")),
                    List.of(new Dates("党员", "入党日期"), new Dates("党员", "转正日期")),
                    -91,
                    moved);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return moved.toByteArray();
    }

    /** One of the sample workbooks. */
    public static byte[] file(String name) {
        try (InputStream in = new ClassPathResource("sample/" + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
