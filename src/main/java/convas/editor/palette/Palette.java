package convas.editor.palette;

import convas.editor.DocumentPanel;
import convas.editor.Icons;
import convas.editor.Panels;
import convas.editor.canvas.CanvasView;
import convas.editor.canvas.paint.CategoryColors;
import convas.editor.document.Change;
import convas.editor.document.Document;
import convas.editor.keys.FieldKeys;
import convas.editor.tip.LateTip;
import convas.operator.Catalog;
import convas.operator.NodeType;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

/** The node types of the document's catalog, by category, to drag onto the canvas or to add with a double click or Enter. */
public final class Palette implements DocumentPanel {
    private final Texts texts;
    private final Icons icons;
    private final CategoryColors colors;
    private final Consumer<String> add;
    private final Node root;
    private Catalog catalog;

    @FXML
    private TextField search;

    @FXML
    private VBox list;

    /**
     * @param library shown while no document is open
     * @param add adds a node of a type in the middle of the canvas
     */
    public Palette(Panels panels, Icons icons, CategoryColors colors, Catalog library, Consumer<String> add) {
        this.texts = panels.texts();
        this.icons = icons;
        this.colors = colors;
        this.catalog = library;
        this.add = add;
        this.root = panels.load("palette", this);
        search.textProperty().addListener((property, before, now) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        FieldKeys.passUndo(search, () -> search.getText().isEmpty());
        fill();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void show(Optional<Document> document) {
        document.ifPresent(shown -> use(shown.catalog()));
    }

    @Override
    public void changed(Change change) {
        use(change.after().catalog());
    }

    /** Puts the cursor into the search field. */
    public void focus() {
        search.requestFocus();
        search.selectAll();
    }

    private void use(Catalog changed) {
        if (changed != catalog) {
            catalog = changed;
            fill();
        }
    }

    private void searchKey(KeyEvent event) {
        if (!FieldKeys.isPlain(event)) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            search.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            PaletteFilter.groups(catalog.all(), search.getText()).values().stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .ifPresent(type -> add.accept(type.type()));
            event.consume();
        }
    }

    private void fill() {
        list.getChildren().clear();
        Map<String, List<NodeType>> groups = PaletteFilter.groups(catalog.all(), search.getText());
        groups.forEach((category, types) -> {
            Label heading = new Label(heading(category));
            heading.getStyleClass().add("palette-heading");
            list.getChildren().add(heading);
            types.forEach(type -> list.getChildren().add(item(type)));
        });
        if (groups.isEmpty()) {
            Label nothing = new Label(texts.get("editor.palette.nothing", search.getText()));
            nothing.setWrapText(true);
            nothing.getStyleClass().add("text-muted");
            list.getChildren().add(nothing);
        }
    }

    private String heading(String category) {
        return texts.find("editor.category." + category.replace(' ', '-'), List.of())
                .orElse(category);
    }

    private Node item(NodeType type) {
        Color color = colors.of(type.category());
        Region bar = new Region();
        bar.getStyleClass().add("palette-bar");
        bar.setStyle("-fx-background-color: " + css(color));
        StackPane icon = new StackPane(icons.shape(type, 16 / 24.0));
        icon.setMinSize(20, 20);
        icon.setMaxSize(20, 20);
        icon.setStyle("-convas-icon-color: " + css(color));
        HBox content = new HBox(8, bar, icon, new Label(type.type()));
        content.setAlignment(Pos.CENTER_LEFT);
        Button item = new Button();
        item.setGraphic(content);
        item.setId("palette-" + type.type());
        item.getStyleClass().setAll("palette-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setAccessibleText(type.type() + ": " + type.doc(texts.locale()));
        LateTip.wrapped(item, tip(type), 360);
        item.setOnDragDetected(event -> {
            Dragboard board = item.startDragAndDrop(TransferMode.COPY);
            ClipboardContent dragged = new ClipboardContent();
            dragged.putString(CanvasView.TYPE_PREFIX + type.type());
            board.setContent(dragged);
            event.consume();
        });
        item.setOnMouseClicked(event -> {
            // Whoever adds two of a kind clicks four times at one place.
            if (event.getClickCount() % 2 == 0) {
                add.accept(type.type());
            }
        });
        item.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && FieldKeys.isPlain(event)) {
                add.accept(type.type());
                event.consume();
            }
        });
        return item;
    }

    private String tip(NodeType type) {
        String source = type.paper().isEmpty() ? "" : "\n" + type.paper();
        return type.doc(texts.locale()) + source + "\n" + texts.get("editor.palette.how");
    }

    private static String css(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }
}
