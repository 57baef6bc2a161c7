package org.orglife.publication;

import java.time.Instant;

/** Who did something, and when. */
public record By(long account, String name, Instant at) {}
