package convas.editor.inspector;

import convas.editor.DocumentPanel;
import convas.editor.Panels;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The panel at the right: the selected node, how many are selected, or the design itself. */
public final class Inspector implements DocumentPanel {
    private final Texts texts;
    private final Consumer<String> browse;
    private final Node root;
    private Optional<Document> document = Optional.empty();
    private Optional<NodeInspector> node = Optional.empty();
    private Optional<DesignInspector> design = Optional.empty();

    @FXML
    private VBox content;

    /** @param browse opens a web page outside the program */
    public Inspector(Panels panels, Consumer<String> browse) {
        this.texts = panels.texts();
        this.browse = browse;
        this.root = panels.load("inspector", this);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> shown) {
        document = shown;
        rebuild();
    }

    @Override
    public void changed(Change change) {
        Document open = document.orElseThrow();
        Optional<String> single = open.selection().single();
        boolean stays = !change.selection()
                && !change.place()
                && (single.isPresent()
                        ? node.filter(inspector -> inspector.fits(open, single.get()))
                                .isPresent()
                        : design.filter(inspector -> inspector.fits(open)).isPresent());
        if (!stays) {
            rebuild();
            return;
        }
        if (change.design()) {
            node.ifPresent(NodeInspector::updated);
            design.ifPresent(DesignInspector::updated);
        }
        if (change.analysis()) {
            node.ifPresent(NodeInspector::analysed);
            design.ifPresent(DesignInspector::analysed);
        }
    }

    private void rebuild() {
        node = Optional.empty();
        design = Optional.empty();
        content.getChildren().clear();
        if (document.isEmpty()) {
            return;
        }
        Document open = document.get();
        int selected = open.selection().nodes().size();
        if (open.selection().single().isPresent()) {
            NodeInspector inspector =
                    new NodeInspector(open, open.selection().single().get(), texts, browse);
            node = Optional.of(inspector);
            content.getChildren().add(inspector.root());
        } else {
            if (selected > 1) {
                Label many = new Label(texts.get("editor.inspector.selected", selected));
                many.getStyleClass().add("inspector-title");
                content.getChildren().add(many);
            }
            DesignInspector inspector = new DesignInspector(open, texts);
            design = Optional.of(inspector);
            content.getChildren().add(inspector.root());
        }
    }
}
