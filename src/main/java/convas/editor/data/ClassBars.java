package convas.editor.data;

import convas.text.Texts;
import convas.training.data.DataSurvey;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A bar for each class, as long as it has training samples. */
final class ClassBars {
    private static final double LONGEST = 90;
    private static final double NAME = 84;

    /** More would only be scrolled past. */
    private static final int MOST = 200;

    private ClassBars() {}

    static List<Node> of(List<DataSurvey.ClassCount> classes, Texts texts) {
        int most =
                classes.stream().mapToInt(DataSurvey.ClassCount::training).max().orElse(1);
        List<Node> rows = new ArrayList<>();
        for (DataSurvey.ClassCount each : classes.subList(0, Math.min(MOST, classes.size()))) {
            Label name = new Label(each.name());
            name.setPrefWidth(NAME);
            name.setMinWidth(NAME);
            Region bar = new Region();
            bar.getStyleClass().add("data-bar");
            double length = LONGEST * each.training() / Math.max(1, most);
            bar.setMinSize(length, 10);
            bar.setMaxSize(length, 10);
            Label count = new Label(texts.get("editordata.count", each.training()));
            count.getStyleClass().add("text-muted");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(6, name, bar, count);
            row.getStyleClass().add("data-class");
            row.setAlignment(Pos.CENTER_LEFT);
            Tooltip.install(
                    row,
                    new Tooltip(texts.get("editordata.countTip", each.name(), each.training(), each.validation())));
            rows.add(row);
        }
        if (classes.size() > MOST) {
            rows.add(new Label(texts.get("editordata.more", classes.size() - MOST)));
        }
        return rows;
    }
}
