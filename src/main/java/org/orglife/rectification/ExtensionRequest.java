package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * 延期申请: a later date that is asked for and not decided yet.
 *
 * @param until the date asked for
 * @param reason 1 to 500 characters
 * @param askedBy name of who asked
 */
@Embeddable
public record ExtensionRequest(
        @Column(name = "extension_until") LocalDate until,
        @Column(name = "extension_reason") String reason,
        @Column(name = "extension_asked_on") LocalDate askedOn,
        @Column(name = "extension_asked_by") String askedBy) {}
