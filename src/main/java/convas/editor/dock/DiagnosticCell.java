package convas.editor.dock;

import convas.analysis.lint.Finding;
import convas.editor.problems.Remark;
import convas.editor.tip.LateTip;
import convas.graph.Diagnostic;
import convas.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem or a piece of advice: how grave, where, what; the reason in the tooltip; a button that mends it. */
final class DiagnosticCell extends ListCell<Remark> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label place = new Label();
    private final Label sentence = new Label();
    private final Button mend = new Button();
    private final LateTip whole = LateTip.wrapped(this, "", 560);

    private final HBox content = new HBox(8, icon, place, sentence, mend);

    /** @param mends does what a remark's button promises */
    DiagnosticCell(Texts texts, Consumer<Remark> mends) {
        this.texts = texts;
        mend.setText(texts.get("editor.mend"));
        LateTip.on(mend, texts.get("editor.mendTip"));
        mend.getStyleClass().addAll("small", "accent");
        mend.setMinWidth(USE_PREF_SIZE);
        // The list keeps the keyboard: the button goes with what it has mended.
        mend.setFocusTraversable(false);
        mend.setOnAction(event -> mends.accept(getItem()));
        getStyleClass().add("diagnostic");
        place.getStyleClass().add("diagnostic-place");
        place.setMinWidth(USE_PREF_SIZE);
        content.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        // The list is as wide as the panel; long sentences end in dots and are whole in the tooltip.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Remark remark, boolean none) {
        super.updateItem(remark, none);
        if (none || remark == null) {
            setGraphic(null);
            whole.text("");
            return;
        }
        Diagnostic problem = remark.diagnostic();
        icon.setIconCode(
                switch (problem.severity()) {
                    case ERROR -> Feather.ALERT_CIRCLE;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case HINT -> Feather.INFO;
                });
        String style = switch (problem.severity()) {
            case ERROR -> "error-icon";
            case WARNING -> "warning-icon";
            case HINT -> "hint-icon";
        };
        if (!icon.getStyleClass().contains(style)) {
            icon.getStyleClass().setAll("ikonli-font-icon", style);
        }
        String where = problem.parameter().isEmpty()
                ? problem.path()
                : problem.path().isEmpty() ? problem.parameter() : problem.path() + "." + problem.parameter();
        place.setText(where);
        place.setVisible(!where.isEmpty());
        place.setManaged(!where.isEmpty());
        sentence.setText(problem.sentence(texts));
        mend.setVisible(remark.isMendable());
        mend.setManaged(remark.isMendable());
        String reason = remark.advice()
                .map(Finding::lint)
                .map(lint -> "\n" + texts.get(lint.key() + ".why") + "\n" + lint.source())
                .orElse("");
        whole.text(problem.line(texts) + reason);
        setAccessibleText(problem.line(texts));
        setGraphic(content);
    }
}
