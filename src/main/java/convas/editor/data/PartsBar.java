package convas.editor.data;

import convas.text.Texts;
import convas.training.data.DataReport;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many samples train, validate and test: one bar in as many parts, and what each colour means. */
final class PartsBar {
    private static final List<String> PARTS = List.of("training", "validation", "test");

    private PartsBar() {}

    static Node of(DataReport report, Texts texts) {
        List<Integer> counts = List.of(report.training(), report.validation(), report.test());
        long all = counts.stream().mapToLong(Integer::longValue).sum();
        HBox bar = new HBox(1);
        bar.getStyleClass().add("data-parts");
        FlowPane legend = new FlowPane(14, 2);
        for (int part = 0; part < PARTS.size(); part++) {
            int count = counts.get(part);
            if (count == 0) {
                continue;
            }
            String name = PARTS.get(part);
            Region share = new Region();
            share.getStyleClass().add("data-part-" + name);
            share.setPrefWidth(0);
            share.setMinWidth(2);
            share.setMinHeight(10);
            share.prefWidthProperty()
                    .bind(bar.widthProperty().subtract(PARTS.size()).multiply((double) count / all));
            HBox.setHgrow(share, Priority.SOMETIMES);
            bar.getChildren().add(share);
            legend.getChildren().add(entry(name, texts.get("editordata.part." + name, count)));
        }
        bar.setMinWidth(0);
        bar.setPrefWidth(0);
        VBox box = new VBox(4, bar, legend);
        box.setId("data-parts");
        return box;
    }

    private static Node entry(String name, String words) {
        Region dot = new Region();
        dot.getStyleClass().add("data-part-" + name);
        dot.setMinSize(9, 9);
        dot.setMaxSize(9, 9);
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox entry = new HBox(5, dot, label);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
