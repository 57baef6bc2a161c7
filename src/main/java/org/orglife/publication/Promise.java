package org.orglife.publication;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that is promised, at most 200 characters; null for no date: 长期坚持. */
public record Promise(String text, @Nullable LocalDate dueOn) {}
