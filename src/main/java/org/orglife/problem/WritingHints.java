package org.orglife.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Looks at a text as an experienced secretary would (domain 3.9): promises that bind nobody, phrases that fit everybody,
 * and what was copied from one's own list of an earlier cycle. The words stand in two lists beside the program.
 */
@Component
public class WritingHints {

    /** A day, a time or a number of something. */
    private static final Pattern CONCRETE = Pattern.compile("[0-9０-９]"
            + "|[一二两三四五六七八九十百千几]+ ?(?:个|次|名|人|位|月|周|星期|天|日|年|季度|项|条|篇|场|本|户|遍|课|小时|学时|分钟|轮|批|份|家|件|期|处|台|张)"
            + "|每(?:天|日|周|月|季|年|次)|[年月季](?:底|末|内)|季度[末内]|[本下](?:周|月|季度)|[会节]前|当[天日]");

    private static final Pattern SENTENCE = Pattern.compile("[。；;！!？?\\n]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]");

    /** So many characters beside the phrases are taken for a matter. */
    private static final int MATTER = 12;

    private final List<String> vague = read("hints/vague-words.txt");
    private final List<String> empty = read("hints/empty-phrases.txt");

    /** An earlier text of the same author or branch. */
    public record Earlier(String campaign, String text) {}

    /**
     * What there is to say about a problem.
     *
     * @param earlier problems of one's own earlier lists, the newest first
     */
    public List<WritingHint> ofProblem(String text, List<Earlier> earlier) {
        List<WritingHint> hints = new ArrayList<>();
        if (!CONCRETE.matcher(text).find()) {
            addEmpty(text, hints);
        }
        copied(text, earlier).ifPresent(hints::add);
        return hints;
    }

    private void addEmpty(String text, List<WritingHint> hints) {
        String rest = text;
        List<String> found = new ArrayList<>();
        for (String phrase : empty) {
            if (rest.contains(phrase)) {
                found.add(phrase);
                rest = rest.replace(phrase, "，");
            }
        }
        if (NO_WORD.matcher(rest).replaceAll("").length() < MATTER) {
            found.forEach(phrase -> hints.add(new WritingHint(WritingHint.Kind.EMPTY, phrase, "")));
        }
    }

    /**
     * What there is to say about a measure.
     *
     * @param earlier measures of one's own earlier lists, the newest first
     */
    public List<WritingHint> ofMeasure(String text, List<Earlier> earlier) {
        List<WritingHint> hints = new ArrayList<>();
        for (String sentence : SENTENCE.split(text)) {
            String rest = sentence;
            for (String word : vague) {
                int at = rest.indexOf(word);
                if (at >= 0
                        && !CONCRETE.matcher(rest.substring(at + word.length())).find()) {
                    hints.add(new WritingHint(WritingHint.Kind.VAGUE, word, ""));
                    rest = rest.replace(word, "，");
                }
            }
        }
        copied(text, earlier).ifPresent(hints::add);
        return hints.stream().distinct().toList();
    }

    /** The first of them that says nearly the same. */
    private static Optional<WritingHint> copied(String text, List<Earlier> earlier) {
        TextPrint print = TextPrint.of(text);
        return earlier.stream()
                .filter(each -> print.isNear(TextPrint.of(each.text())))
                .findFirst()
                .map(each -> new WritingHint(WritingHint.Kind.COPIED, each.text(), each.campaign()));
    }

    /** The words of a list, the longest first. */
    private static List<String> read(String name) {
        try {
            return new ClassPathResource(name)
                    .getContentAsString(UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
