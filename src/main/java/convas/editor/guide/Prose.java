package convas.editor.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/** Markdown as nodes of the window: headings, paragraphs, numbered lists, pictures, code and words in italics. */
final class Prose {
    /** A heading of the second level and where it stands. */
    record Section(String title, javafx.scene.Node heading) {}

    private final Function<String, Optional<Image>> pictures;
    private final List<javafx.scene.Node> nodes = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    /** @param pictures by the paths under which the text names them */
    Prose(String markdown, Function<String, Optional<Image>> pictures) {
        this.pictures = pictures;
        Parser.builder().build().parse(markdown).accept(new Blocks(nodes));
    }

    List<javafx.scene.Node> nodes() {
        return List.copyOf(nodes);
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    private final class Blocks extends AbstractVisitor {
        private final List<javafx.scene.Node> into;

        Blocks(List<javafx.scene.Node> into) {
            this.into = into;
        }

        @Override
        public void visit(Heading heading) {
            TextFlow flow = flow(heading, "guide-heading-" + heading.getLevel());
            into.add(flow);
            if (heading.getLevel() == 2) {
                sections.add(new Section(words(flow), flow));
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image) {
                pictures.apply(image.getDestination()).ifPresent(found -> into.add(framed(found, image)));
            } else {
                into.add(flow(paragraph, "guide-paragraph"));
            }
        }

        @Override
        public void visit(OrderedList list) {
            int number = Optional.ofNullable(list.getMarkerStartNumber()).orElse(1);
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    VBox body = new VBox(6);
                    Blocks inner = new Blocks(body.getChildren());
                    for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                        child.accept(inner);
                    }
                    HBox.setHgrow(body, Priority.ALWAYS);
                    Label marker = new Label(number + ".");
                    marker.setMinWidth(Region.USE_PREF_SIZE);
                    into.add(new HBox(8, marker, body));
                    number++;
                }
            }
        }
    }

    private static javafx.scene.Node framed(Image found, org.commonmark.node.Image image) {
        ImageView view = new ImageView(found);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setAccessibleText(words(flow(image, "")));
        VBox box = new VBox(view);
        box.setMinWidth(0);
        view.fitWidthProperty().bind(box.widthProperty());
        return box;
    }

    private static TextFlow flow(Node block, String style) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add(style);
        Words words = new Words(flow);
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(words);
        }
        return flow;
    }

    private static String words(TextFlow flow) {
        StringBuilder words = new StringBuilder();
        flow.getChildren().forEach(child -> words.append(((Text) child).getText()));
        return words.toString();
    }

    /** What stands within a line. */
    private static final class Words extends AbstractVisitor {
        private final TextFlow into;
        private String style = "guide-words";

        Words(TextFlow into) {
            this.into = into;
        }

        private void add(String words, String styled) {
            Text text = new Text(words);
            text.getStyleClass().add(styled);
            into.getChildren().add(text);
        }

        private void within(String styled, Node node) {
            String before = style;
            style = styled;
            visitChildren(node);
            style = before;
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral(), style);
        }

        @Override
        public void visit(SoftLineBreak end) {
            add(" ", style);
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "guide-code");
        }

        @Override
        public void visit(Emphasis emphasis) {
            within("guide-emphasis", emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            within("guide-strong", emphasis);
        }
    }
}
