package convas.editor.start;

import convas.analysis.Analysis;
import convas.editor.Figures;
import convas.editor.canvas.paint.CanvasTheme;
import convas.graph.Design;
import convas.operator.Catalog;
import convas.operator.Cost;
import convas.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A design that comes with the program, as a button with a picture. */
final class PresetCard {
    static final double WIDTH = 240;
    private static final double PICTURE_HEIGHT = 118;

    private final Texts texts;
    private final Catalog catalog;
    private final CanvasTheme theme;

    PresetCard(Texts texts, Catalog catalog, CanvasTheme theme) {
        this.texts = texts;
        this.catalog = catalog;
        this.theme = theme;
    }

    Button button(String name, Design design, Analysis analysis, Runnable open) {
        Canvas picture = new Thumbnail(design, catalog, theme).canvas(WIDTH - 2, PICTURE_HEIGHT);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("card-picture");
        Label title = new Label(name);
        title.getStyleClass().add("card-title");
        String description = description(name, design);
        Label line = new Label(description);
        line.getStyleClass().add("card-line");
        line.setWrapText(true);
        Label figures = new Label(figures(analysis.total()));
        figures.getStyleClass().add("card-figures");
        VBox words = new VBox(3, title, line, figures);
        words.getStyleClass().add("card-words");
        Button card = new Button();
        card.setGraphic(new VBox(frame, words));
        card.getStyleClass().setAll("preset-card");
        card.setId("preset-" + name);
        card.setPrefWidth(WIDTH);
        card.setMinWidth(WIDTH);
        card.setAccessibleText(name + ": " + description);
        Tooltip whole = new Tooltip(design.description().isEmpty() ? name : design.description());
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        card.setTooltip(whole);
        card.setOnAction(event -> open.run());
        return card;
    }

    /** In the user's language where there is one, else as the design has it. */
    private String description(String name, Design design) {
        boolean english = texts.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english
                ? design.description()
                : texts.find("editorpanels.preset." + name, List.of()).orElse(design.description());
    }

    private String figures(Optional<Cost> total) {
        return texts.get(
                "editorpanels.start.figures",
                total.map(cost -> Figures.brief(cost.params())).orElse(Figures.UNKNOWN),
                total.map(cost -> Figures.brief(cost.macs())).orElse(Figures.UNKNOWN));
    }
}
