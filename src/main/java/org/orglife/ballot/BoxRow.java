package org.orglife.ballot;

import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ballot box as it is stored. */
record BoxRow(
        UUID id,
        long meetingId,
        int round,
        int part,
        BallotMode mode,
        BallotState state,
        long createdBy,
        long scrutineerId,
        long tellerId,
        String scrutineer,
        String teller,
        int eligible,
        int present,
        int issued,
        int sheets,
        int subjects,
        int minBreakdown,
        @Nullable String publicKey,
        @Nullable String wrappedKey,
        @Nullable VoidReason voidReason) {

    /** Columns under the names of the components. */
    static final String COLUMNS = "b.id, b.meeting_id, b.round, b.part, b.mode, b.state, b.created_by, b.scrutineer_id,"
            + " b.teller_id, b.scrutineer, b.teller, b.eligible, b.present, b.issued, b.sheets, b.subjects,"
            + " b.min_breakdown, encode(b.public_key, 'hex') public_key, encode(b.wrapped_key, 'hex') wrapped_key,"
            + " b.void_reason";

    /** Whether the scrutineer has taken an opening code. */
    boolean hasCode() {
        return wrappedKey != null;
    }

    byte[] publicKeyBytes() {
        return bytes(publicKey);
    }

    byte[] wrappedKeyBytes() {
        return bytes(wrappedKey);
    }

    private static byte[] bytes(@Nullable String hex) {
        if (hex == null) {
            throw new IllegalStateException("The box has no keys");
        }
        return HexFormat.of().parseHex(hex);
    }

    /** Says nothing of its keys. */
    @Override
    public String toString() {
        return "ballot box " + id;
    }
}
