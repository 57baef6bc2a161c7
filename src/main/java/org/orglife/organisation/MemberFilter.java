package org.orglife.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows; null means any.
 *
 * @param unit members of all branches within this unit, or of this group
 * @param text part of a name or of its pinyin initials
 * @param left those who have left instead of those enrolled
 */
public record MemberFilter(
        @Nullable Long unit,
        @Nullable MemberKind kind,
        @Nullable MemberFlag flag,
        @Nullable Standing standing,
        @Nullable String text,
        boolean left) {}
