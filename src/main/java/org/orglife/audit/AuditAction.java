package org.orglife.audit;

import org.orglife.shared.Labelled;

/** What was done, as a past tense. Each feature keeps its own in an enum. */
public interface AuditAction extends Labelled {}
