package org.orglife.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for enum constants and messages outside of templates; in templates as {@code @labels}. */
@Component("labels")
public class Labels {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final MessageSource messages;

    Labels(MessageSource messages) {
        this.messages = messages;
    }

    /** The label of a constant; empty for null. */
    public String of(@Nullable Labelled constant) {
        return constant == null ? "" : text(constant.labelKey());
    }

    /** A message with its arguments put in. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, CHINESE);
    }
}
