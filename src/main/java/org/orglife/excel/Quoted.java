package org.orglife.excel;

import java.util.List;

/** Words inside a sentence, in Chinese quotation marks. */
final class Quoted {

    private Quoted() {}

    /** Such as “甲”“乙”或“丙”. */
    static String either(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            text.append(i > 0 && i == words.size() - 1 ? "或" : "");
            text.append('“').append(words.get(i)).append('”');
        }
        return text.toString();
    }
}
