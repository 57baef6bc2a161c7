package org.orglife.reminder.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.orglife.reminder.ChannelKind;
import org.orglife.web.Longest;

/** Where a unit wants to be told. */
record ChannelForm(
        @NotNull(message = "{reminder.channel.kind.missing}") @Nullable
        ChannelKind kind,

        @NotBlank(message = "{reminder.channel.name.missing}")
        @Longest(value = 40, message = "{reminder.channel.name.long}")
        @Nullable
        String name,

        @NotBlank(message = "{reminder.channel.address.missing}") @Nullable
        String address) {}
