package org.orglife.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PrintedCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pages that everybody may see, as they were drawn when they were published. Each request asks the database in one
 * statement whether the page is still to be shown; the page itself comes from memory once it has been read.
 */
@Component
public class PublicPages {

    /** Pages kept in memory, of some 20 KB each; beyond that all of them are read anew. */
    private static final int MOST_KEPT = 500;

    private final Map<String, Shown> kept = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicPages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A page that is shown.
     *
     * @param tag changes with its contents
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to one response and never compared
    public record Shown(String tag, byte[] body) {}

    /**
     * What stands at an address.
     *
     * @param page null for one that is taken down, over or not yet begun
     */
    public record Place(@Nullable Shown page) {}

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Row(@Nullable String tag, byte @Nullable [] body) {}

    /** What stands at an address; empty if there never was anything. */
    public Optional<Place> find(String address) {
        Shown known = kept.get(address);
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        select case when body is not null and :today between from_on and until_on then tag end tag,
                          case when :today between from_on and until_on and tag <> :known then body end body
                        from publication_page where address = :address
                        """)
                .param("today", today)
                .param("known", known == null ? "" : known.tag())
                .param("address", address)
                .query((row, number) -> new Row(row.getString("tag"), row.getBytes("body")))
                .optional()
                .map(row -> new Place(shown(address, row, known)));
    }

    private @Nullable Shown shown(String address, Row row, @Nullable Shown known) {
        String tag = row.tag();
        if (tag == null) {
            kept.remove(address);
            return null;
        }
        byte[] body = row.body();
        if (body == null) {
            return known;
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        Shown read = new Shown(tag, body);
        kept.put(address, read);
        return read;
    }

    /** The address of a publication; null if it has none. */
    public @Nullable String addressOf(long publicationId) {
        return jdbc.sql("select address from publication_page where publication_id = :id")
                .param("id", publicationId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Puts a page behind a new address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Publication publication, byte[] body) {
        PublicationDetails details = publication.getDetails();
        jdbc.sql("""
                        insert into publication_page (address, publication_id, branch_id, from_on, until_on, tag, body)
                        values (:address, :publication, :branch, :from, :until, :tag, :body)
                        """)
                .param("address", PrintedCode.next())
                .param("publication", publication.getId())
                .param("branch", publication.getBranchId())
                .param("from", details.from())
                .param("until", details.until())
                .param("tag", tag(body))
                .param("body", body)
                .update();
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing is left of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(long publicationId) {
        jdbc.sql("update publication_page set body = null where publication_id = :id")
                .param("id", publicationId)
                .update();
    }
}
