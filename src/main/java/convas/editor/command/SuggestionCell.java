package convas.editor.command;

import convas.editor.Icons;
import convas.editor.canvas.paint.CategoryColors;
import convas.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A suggestion: what it does, what it is called, a few words on it. */
final class SuggestionCell extends ListCell<Suggestion> {
    private final Texts texts;
    private final Icons icons;
    private final CategoryColors colors;
    private final StackPane picture = new StackPane();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label what = new Label();
    private final HBox content;

    SuggestionCell(Texts texts, Icons icons, CategoryColors colors) {
        this.texts = texts;
        this.icons = icons;
        this.colors = colors;
        getStyleClass().add("command-cell");
        name.getStyleClass().add("command-name");
        detail.getStyleClass().add("command-detail");
        what.getStyleClass().add("command-what");
        what.setMinWidth(Region.USE_PREF_SIZE);
        picture.setMinSize(20, 20);
        VBox words = new VBox(1, name, detail);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(10, picture, words, what);
        content.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Suggestion suggestion, boolean none) {
        super.updateItem(suggestion, none);
        if (none || suggestion == null) {
            setGraphic(null);
            return;
        }
        picture.getChildren().setAll(picture(suggestion));
        name.setText(suggestion.name());
        String few = suggestion.detail();
        boolean isCommand = suggestion instanceof Suggestion.Run;
        detail.setText(few);
        detail.setVisible(!isCommand && !few.isEmpty());
        detail.setManaged(detail.isVisible());
        what.setText(isCommand && !few.isEmpty() ? few : texts.get(kind(suggestion)));
        setGraphic(content);
    }

    private static String kind(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Add) {
            return "editorpanels.command.add";
        }
        if (suggestion instanceof Suggestion.SelectAll) {
            return "editorpanels.command.select";
        }
        return suggestion instanceof Suggestion.Find || suggestion instanceof Suggestion.Match
                ? "editorpanels.command.find"
                : "editorpanels.command.run";
    }

    private Node picture(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Add add) {
            SVGPath shape = icons.shape(add.type(), 16 / 24.0);
            shape.getStyleClass().clear();
            shape.setFill(colors.of(add.type().category()));
            return shape;
        }
        return new FontIcon(!(suggestion instanceof Suggestion.Run) ? Feather.CROSSHAIR : Feather.CHEVRON_RIGHT);
    }
}
