package org.orglife.minutes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.orglife.sealing.Sealer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns minutes into the one text that is signed, kept sealed, and read again as it was. */
@Component
class MinutesSeal {

    private static final String FIELD = "meeting_minutes.snapshot";

    private final JsonMapper json;
    private final Sealer sealer;

    MinutesSeal(JsonMapper json, Sealer sealer) {
        this.json = json;
        this.sealer = sealer;
    }

    /** What a signature stands for: the same words give the same digest, any other word another one. */
    byte[] digest(MinutesContent content) {
        return sha256(json.writeValueAsString(content));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] seal(MinutesContent content) {
        return sealer.seal(json.writeValueAsString(content), FIELD);
    }

    /**
     * A signed version as it was.
     *
     * @throws IllegalStateException if what is kept is not what was signed
     */
    MinutesContent open(MeetingMinutes minutes) {
        String text = sealer.open(Objects.requireNonNull(minutes.getSnapshotSealed()), FIELD);
        if (!MessageDigest.isEqual(sha256(text), minutes.getSnapshotDigest())) {
            throw new IllegalStateException("Version " + minutes.getId() + " of minutes is not what was signed");
        }
        return json.readValue(text, MinutesContent.class);
    }
}
