package convas.editor.tour;

import convas.editor.task.Pulse;
import convas.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Modality;
import javafx.stage.Window;

/** A card that stands beside one part of the window after the other, which is framed meanwhile. Work can go on. */
final class Tour {
    private static final String FRAME = "tour-target";
    private static final double WIDTH = 400;
    private static final double GAP = 12;

    /**
     * A stop.
     *
     * @param name of its texts
     * @param targets selectors of what it is about; the first that is there is framed
     */
    private record Stop(String name, List<String> targets) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("begin", List.of("#start-trainable", "#start-new", ".palette")),
            new Stop("build", List.of(".palette", "#command-field")),
            new Stop("train", List.of("#train-button")));

    private final Texts texts;
    private final Window owner;
    private final Pulse pulse;
    private final Runnable done;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Label words = new Label();
    private Button next;
    private Button back;
    private Optional<Node> framed = Optional.empty();
    private int at;

    /** @param done called when the tour is over, however it ends */
    Tour(Texts texts, Window owner, Pulse pulse, Runnable done) {
        this.texts = texts;
        this.pulse = pulse;
        this.owner = owner;
        this.done = done;
    }

    void show() {
        ButtonType skip = new ButtonType(texts.get("editortour.skip"), ButtonData.CANCEL_CLOSE);
        ButtonType before = new ButtonType(texts.get("editortour.back"), ButtonData.BACK_PREVIOUS);
        ButtonType after = new ButtonType(texts.get("editortour.next"), ButtonData.NEXT_FORWARD);
        DialogPane pane = dialog.getDialogPane();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(texts.get("editortour.title"));
        pane.setId("tour");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getButtonTypes().setAll(skip, before, after);
        pane.lookupButton(skip).setId("tour-skip");
        back = button(before, "tour-back", -1);
        next = button(after, "tour-next", 1);
        next.setDefaultButton(true);
        words.setWrapText(true);
        words.setPrefWidth(WIDTH);
        words.setMinHeight(96);
        pane.setContent(words);
        // A window that is to fill the screen comes small, and grows.
        List<ReadOnlyDoubleProperty> moves =
                List.of(owner.xProperty(), owner.yProperty(), owner.widthProperty(), owner.heightProperty());
        InvalidationListener moved = property -> pulse.once(this::place);
        moves.forEach(property -> property.addListener(moved));
        dialog.setOnHidden(event -> {
            moves.forEach(property -> property.removeListener(moved));
            unframe();
            done.run();
        });
        go(0);
        dialog.show();
        place();
    }

    private Button button(ButtonType type, String id, int by) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            if (at + by < STOPS.size()) {
                event.consume();
                go(at + by);
                place();
            }
        });
        return button;
    }

    private void go(int wanted) {
        at = wanted;
        Stop stop = STOPS.get(at);
        dialog.setHeaderText(texts.get("editortour." + stop.name()));
        words.setText(texts.get("editortour." + stop.name() + ".text"));
        dialog.getDialogPane().setAccessibleText(dialog.getHeaderText() + ". " + words.getText());
        back.setDisable(at == 0);
        next.setText(texts.get(at == STOPS.size() - 1 ? "editortour.finish" : "editortour.next"));
        unframe();
        framed = stop.targets().stream()
                .map(owner.getScene()::lookup)
                .filter(node -> node != null && node.isVisible())
                .findFirst();
        framed.ifPresent(node -> node.getStyleClass().add(FRAME));
    }

    private void unframe() {
        framed.ifPresent(node -> node.getStyleClass().remove(FRAME));
        framed = Optional.empty();
    }

    /** Beside what it is about, inside the window. */
    private void place() {
        Window card = dialog.getDialogPane().getScene().getWindow();
        if (!dialog.isShowing()) {
            return;
        }
        Bounds about =
                framed.map(node -> node.localToScreen(node.getBoundsInLocal())).orElse(null);
        if (about == null) {
            return;
        }
        boolean wide = about.getWidth() > owner.getWidth() / 2;
        double x = wide ? about.getCenterX() - card.getWidth() / 2 : about.getMaxX() + GAP;
        double y = wide ? about.getMaxY() + GAP : about.getMinY() + GAP;
        if (x + card.getWidth() > owner.getX() + owner.getWidth()) {
            x = owner.getX() + owner.getWidth() - card.getWidth() - GAP;
            y = about.getMaxY() + GAP;
        }
        card.setX(Math.max(owner.getX(), x));
        card.setY(Math.max(owner.getY(), Math.min(y, owner.getY() + owner.getHeight() - card.getHeight() - GAP)));
    }
}
