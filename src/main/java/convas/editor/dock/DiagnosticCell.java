package convas.editor.dock;

import convas.graph.Diagnostic;
import convas.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem: how grave, where, what. */
final class DiagnosticCell extends ListCell<Diagnostic> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label place = new Label();
    private final Label sentence = new Label();
    private final HBox content = new HBox(8, icon, place, sentence);

    DiagnosticCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("diagnostic");
        place.getStyleClass().add("diagnostic-place");
        content.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        // The list is as wide as the panel; long sentences end in dots and are whole in the tooltip.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Diagnostic problem, boolean none) {
        super.updateItem(problem, none);
        if (none || problem == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        icon.setIconCode(
                switch (problem.severity()) {
                    case ERROR -> Feather.ALERT_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case HINT -> Feather.INFO;
                });
        icon.getStyleClass()
                .setAll(
                        "ikonli-font-icon",
                        switch (problem.severity()) {
                            case ERROR -> "error-icon";
                            case WARNING -> "warning-icon";
                            case HINT -> "hint-icon";
                        });
        String where = problem.parameter().isEmpty()
                ? problem.path()
                : problem.path().isEmpty() ? problem.parameter() : problem.path() + "." + problem.parameter();
        place.setText(where);
        place.setVisible(!where.isEmpty());
        place.setManaged(!where.isEmpty());
        sentence.setText(problem.sentence(texts));
        setTooltip(new Tooltip(problem.line(texts)));
        setAccessibleText(problem.line(texts));
        setGraphic(content);
    }
}
