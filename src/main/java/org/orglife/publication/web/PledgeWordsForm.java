package org.orglife.publication.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.web.Longest;

/** How a pledge is kept, or was. */
record PledgeWordsForm(
        @NotNull(message = "{publication.pledge.words.missing}")
        @Longest(value = 1000, message = "{publication.pledge.words.long}")
        @Nullable
        String words) {}
