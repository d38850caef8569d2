package convas.editor.overlay;

import convas.editor.Figures;
import convas.editor.keys.FieldKeys;
import convas.editor.tip.LateTip;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;

/** What the colours of an overlay mean, and the ten primitives with the highest numbers of an overlay; a click or Enter goes to one, into modules where needed. */
public final class HeatPanel extends VBox {
    private static final int MOST = 10;
    private static final double ROW = 28;
    private static final double WIDTH = 346;
    private static final int STOPS = 11;

    private final Texts texts;
    private final Label title = new Label();
    private final Label low = new Label();
    private final Label high = new Label();
    private final Label scale = new Label();
    private final ListView<String> list = new ListView<>();
    private Optional<Overlay> overlay = Optional.empty();

    /**
     * @param goTo shows the node at a path
     * @param close the overlay is wanted no more
     */
    public HeatPanel(Texts texts, Consumer<String> goTo, Runnable close) {
        this.texts = texts;
        setId("heat-panel");
        getStyleClass().add("heat-panel");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        title.getStyleClass().add("heat-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button closing = new Button("\u00d7");
        closing.setId("heat-close");
        closing.getStyleClass().addAll("flat", "small");
        closing.setAccessibleText(texts.get("editoroverlay.close"));
        LateTip.on(closing, texts.get("editoroverlay.close"));
        closing.setOnAction(event -> close.run());
        HBox head = new HBox(6, title, closing);
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("heat-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Row());
        list.setOnMouseClicked(event -> chosen(goTo));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && FieldKeys.isPlain(event)) {
                chosen(goTo);
                event.consume();
            }
        });
        Region ramp = new Region();
        ramp.setMinHeight(12);
        ramp.setBackground(Background.fill(gradient()));
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        list.setPlaceholder(new Label(texts.get("editoroverlay.nothing")));
        setVisible(false);
        setManaged(false);
        getChildren().addAll(head, ramp, new HBox(low, between, scale, gap(), high), list);
    }

    private void chosen(Consumer<String> goTo) {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(goTo);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static LinearGradient gradient() {
        List<Stop> stops = new ArrayList<>();
        for (int stop = 0; stop < STOPS; stop++) {
            int rgb = Gradient.at(stop / (STOPS - 1.0));
            stops.add(new Stop(stop / (STOPS - 1.0), Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255)));
        }
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    /** Says what the ends of the gradient stand for on the sheet that is shown. */
    public void scale(Optional<Heat> heat) {
        overlay.ifPresent(shown -> heat.ifPresent(known -> {
            low.setText(shown.unit().shown(known.low()));
            high.setText(shown.unit().shown(known.high()));
            scale.setText(known.logarithmic() ? texts.get("editoroverlay.logarithmic") : "");
        }));
    }

    /** Shows the list for an overlay, or nothing. */
    public void show(Optional<Overlay> shown) {
        if (overlay.isEmpty() && shown.isEmpty()) {
            return;
        }
        overlay = shown;
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        List<String> highest = shown.map(known -> known.highest(MOST)).orElse(List.of());
        title.setText(shown.map(known -> texts.get("editoroverlay.highest", known.name()))
                .orElse(""));
        list.setAccessibleText(title.getText());
        list.getItems().setAll(highest);
        list.setPrefHeight(Math.max(1, highest.size()) * ROW + 2);
    }

    private final class Row extends ListCell<String> {
        private final Label path = new Label();
        private final Label number = new Label();
        private final HBox content = new HBox(8, path, number);
        private final LateTip tip = LateTip.on(this, "");

        Row() {
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            path.setMaxWidth(Double.MAX_VALUE);
            path.setMinWidth(0);
            HBox.setHgrow(path, Priority.ALWAYS);
            number.setMinWidth(Region.USE_PREF_SIZE);
            content.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        @Override
        protected void updateItem(String item, boolean none) {
            super.updateItem(item, none);
            if (none || item == null || overlay.isEmpty()) {
                setGraphic(null);
                tip.text("");
                return;
            }
            Overlay shown = overlay.get();
            double value = shown.value(item).orElse(0);
            path.setText(item);
            number.setText(
                    shown.sums()
                            ? shown.unit().shown(value) + "  " + Figures.share(value, shown.total())
                            : shown.unit().shown(value));
            setAccessibleText(item + " " + number.getText());
            tip.text(item);
            setGraphic(content);
        }
    }
}
