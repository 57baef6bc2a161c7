package org.orglife.campaign;

import jakarta.persistence.Embeddable;

/**
 * A document to study.
 *
 * @param required whether everybody has to study it
 */
@Embeddable
public record StudyItem(String title, boolean required) {}
