package org.orglife.minutes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.sitting.HeldMeeting;

/**
 * Minutes as one reader sees them.
 *
 * @param meetings of the task that are over, the last one first
 * @param content as much of it as he may read
 * @param shown the version it is; null while nothing was written, and where a workbook brought the meeting
 * @param frozen whether it is shown as it was signed; otherwise as the records have it now
 * @param versions the newest first
 * @param signatures one for each role, of the version that is shown
 * @param digest of the whole text, sent with a signature: what is signed is what was read
 * @param gaps what is still to be written; empty for whoever does not write
 * @param writes whether he may write in it now
 * @param own in what capacity he may sign it now
 * @param mayCorrect whether he may open the signed record again
 * @param decisions by which they are changed; empty for whoever does not write
 * @param notesVersions of each item, for its form; empty for whoever does not write
 */
public record MinutesView(
        BranchTask task,
        HeldMeeting held,
        List<HeldMeeting> meetings,
        MinutesContent content,
        @Nullable MeetingMinutes shown,
        boolean frozen,
        List<Version> versions,
        List<Signed> signatures,
        String digest,
        List<Gap> gaps,
        MinutesReader reader,
        boolean writes,
        Set<SignatureRole> own,
        boolean mayCorrect,
        List<MeetingDecision> decisions,
        Map<Long, Long> notesVersions) {

    public MinutesView {
        meetings = List.copyOf(meetings);
        versions = List.copyOf(versions);
        signatures = List.copyOf(signatures);
        gaps = List.copyOf(gaps);
        own = Set.copyOf(own);
        decisions = List.copyOf(decisions);
        notesVersions = Map.copyOf(notesVersions);
    }

    /**
     * A version in the list.
     *
     * @param signatures who signed it
     */
    public record Version(
            int number,
            @Nullable String correctionReason,
            Instant begunAt,
            String begunBy,
            @Nullable Instant frozenAt,
            List<MinutesSignature> signatures) {

        public Version {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * Where a signature stands.
     *
     * @param name of whoever is to sign, or has
     * @param at null while he has not
     * @param stale whether the text has changed since he signed, so that it counts no longer
     */
    public record Signed(
            SignatureRole role, String name, @Nullable Instant at, boolean stale) {

        public boolean isDone() {
            return at != null && !stale;
        }
    }

    /** Whether something must be written before it can be signed. */
    public boolean isBlocked() {
        return gaps.stream().anyMatch(Gap::hard);
    }

    /** Whether one person signs as chair and as recorder. */
    public boolean isOnePerson() {
        return held.getRecorder() != null
                && held.getRecorder().getId().equals(held.getChair().getId());
    }

    /** Whether it came with a workbook: signed on paper, not here. */
    public boolean isImported() {
        return held.getSource() != null;
    }

    /** Whether it is the latest of the task's meetings that are over. */
    public boolean isLatest() {
        return meetings.get(0).getId().equals(held.getId());
    }

    /** Whether a signed version is being corrected. */
    public boolean isCorrecting() {
        return versions.size() > 1 && versions.get(0).frozenAt() == null;
    }

    public int number() {
        return shown == null ? 1 : shown.getNumber();
    }
}
