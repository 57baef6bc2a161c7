/** Measured comparisons that print ratios: {@code ./mvnw -Pbenchmark verify}, see docs/benchmarks.md. */
@NullMarked
package org.orglife.benchmark;

import org.jspecify.annotations.NullMarked;
