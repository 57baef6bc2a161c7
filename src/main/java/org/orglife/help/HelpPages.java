package org.orglife.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.orglife.help.HelpPage.Block;
import org.orglife.help.HelpPage.Kind;
import org.orglife.help.HelpPage.Span;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Reads the chapters of the guide once, at start: headings, paragraphs, lists and bold text, which is all they use. */
@Component
public class HelpPages {

    private final Map<HelpTopic, HelpPage> pages = new EnumMap<>(HelpTopic.class);

    HelpPages() {
        Parser parser = Parser.builder().build();
        for (HelpTopic topic : HelpTopic.values()) {
            pages.put(topic, read(topic, parser));
        }
    }

    public HelpPage get(HelpTopic topic) {
        return Objects.requireNonNull(pages.get(topic));
    }

    /** All chapters, for the links between them. */
    public List<HelpPage> all() {
        return List.copyOf(pages.values());
    }

    private static HelpPage read(HelpTopic topic, Parser parser) {
        try {
            String text =
                    new ClassPathResource("help/" + topic.file() + ".md").getContentAsString(StandardCharsets.UTF_8);
            Blocks blocks = new Blocks();
            parser.parse(text).accept(blocks);
            return new HelpPage(topic, blocks.title, List.copyOf(blocks.found));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static final class Blocks extends AbstractVisitor {

        private final List<Block> found = new ArrayList<>();
        private String title = "";

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) {
                title = Line.of(heading).get(0).text();
            } else {
                found.add(new Block(Kind.HEADING, List.of(Line.of(heading))));
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            found.add(new Block(Kind.PARAGRAPH, List.of(Line.of(paragraph))));
        }

        @Override
        public void visit(OrderedList list) {
            found.add(items(Kind.STEPS, list));
        }

        @Override
        public void visit(BulletList list) {
            found.add(items(Kind.BULLETS, list));
        }

        private static Block items(Kind kind, ListBlock list) {
            List<List<Span>> lines = new ArrayList<>();
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                lines.add(Line.of(item));
            }
            return new Block(kind, lines);
        }
    }

    /** The text of a block; where the source breaks a line nothing stands, as Chinese has no spaces. */
    private static final class Line extends AbstractVisitor {

        private final List<Span> spans = new ArrayList<>();

        static List<Span> of(Node block) {
            Line line = new Line();
            block.accept(line);
            return List.copyOf(line.spans);
        }

        @Override
        public void visit(Text text) {
            spans.add(new Span(text.getLiteral(), text.getParent() instanceof StrongEmphasis));
        }
    }
}
