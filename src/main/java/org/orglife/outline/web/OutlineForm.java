package org.orglife.outline.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.outline.OutlineSection;
import org.orglife.outline.OutlineService.Sheet;
import org.orglife.outline.OutlineText;
import org.springframework.validation.Errors;

/** A text as it is typed, part by part. */
public class OutlineForm {

    /** What is typed, by the name of the part. */
    private final Map<String, @Nullable String> text = new LinkedHashMap<>();

    private @Nullable Long version;
    private boolean handIn;

    static OutlineForm of(Sheet sheet) {
        OutlineForm form = new OutlineForm();
        sheet.sections()
                .forEach(section -> form.text.put(section.name(), sheet.text().of(section)));
        form.version = sheet.outline() == null ? null : sheet.outline().getVersion();
        return form;
    }

    public Map<String, @Nullable String> getText() {
        return text;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }

    public boolean isHandIn() {
        return handIn;
    }

    public void setHandIn(boolean handIn) {
        this.handIn = handIn;
    }

    /** The words of the parts the text has; others are not taken. */
    OutlineText words(List<OutlineSection> sections) {
        Map<OutlineSection, String> parts = new EnumMap<>(OutlineSection.class);
        sections.forEach(section -> {
            String typed = text.get(section.name());
            if (typed != null) {
                parts.put(section, typed);
            }
        });
        return new OutlineText(parts);
    }

    /** Says what is wrong beside the first part: nothing written, or too much altogether. */
    void check(List<OutlineSection> sections, Errors errors) {
        OutlineText words = words(sections);
        String first = "text[" + sections.get(0).name() + "]";
        if (words.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue(first, "outline.empty");
        } else if (words.length() > OutlineText.LONGEST) {
            errors.rejectValue(
                    first, "outline.long", new Object[] {String.valueOf(words.length() - OutlineText.LONGEST)}, null);
        }
    }
}
