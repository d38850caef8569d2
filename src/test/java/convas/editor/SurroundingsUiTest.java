package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.editor.document.Selection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large the window is at first, what of it is in sight, and how the room is shared. */
final class SurroundingsUiTest {
    private static final double AS_WANTED_WIDTH = 1600;
    /** What may be taken by frames and panels of the desktop. */
    private static final double FRAMES = 70;

    private static final double TABS = 82;

    @TempDir
    private Path home;

    private LiveEditor open(Map<String, String> remembered) throws Exception {
        return LiveEditor.open(home, Optional.of(LiveEditor.project("presets", "ghostnet.json")), remembered);
    }

    private static double width(LiveEditor editor, String selector) {
        return LiveEditor.onWindowThread(
                () -> editor.find(selector, Region.class).getWidth());
    }

    private static double dockHeight(LiveEditor editor) {
        return LiveEditor.onWindowThread(
                () -> editor.find("#dock", TabPane.class).getHeight());
    }

    private static boolean isThere(LiveEditor editor, String selector) {
        return LiveEditor.onWindowThread(() -> editor.findIfThere(selector).isPresent());
    }

    @Test
    void theFirstWindowIsAsLargeAsTheScreenAllows() throws Exception {
        try (LiveEditor editor = open(Map.of())) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            double wanted = Math.min(AS_WANTED_WIDTH, screen.getWidth());
            editor.await("its width", () -> editor.scene().getWidth() >= wanted - FRAMES);
            editor.await("its height", () -> editor.scene().getHeight() >= Math.min(960, screen.getHeight()) - FRAMES);
            Bounds train = LiveEditor.onWindowThread(() -> {
                Node button = editor.find("#train-button", Node.class);
                return button.localToScreen(button.getBoundsInLocal());
            });
            assertTrue(train.getMaxX() <= screen.getMaxX(), train.toString());
        }
    }

    /** At 1366 pixels the side panels had a seventh less than they need, and their values were cut. */
    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void nothingIsCutOffInASmallWindow(String language) throws Exception {
        try (LiveEditor editor = open(Map.of("language", language))) {
            LiveEditor.onWindowThread(() -> {
                editor.stage().setMaximized(false);
                editor.stage().setWidth(1366);
                editor.stage().setHeight(740);
                return null;
            });
            editor.await("the size", () -> Math.abs(editor.scene().getWidth() - 1366) < 20);
            assertEquals(228, width(editor, ".palette"), 8);
            assertEquals(362, width(editor, ".inspector"), 8);
            LiveEditor.onWindowThread(() -> {
                ScrollPane inspector = editor.find(".inspector", ScrollPane.class);
                double room = inspector.getViewportBounds().getWidth();
                double content = inspector.getContent().getLayoutBounds().getWidth();
                assertTrue(content <= room + 0.5, content + " in " + room);
                for (Node each : inspector.getContent().lookupAll(".label")) {
                    if (each instanceof Labeled label && label.isVisible() && !label.isWrapText()) {
                        assertTrue(
                                label.getWidth() >= label.prefWidth(-1) - 1, label.getText() + " " + label.getWidth());
                    }
                }
                return null;
            });
        }
    }

    @Test
    void panelsArePutAwayByKeysAndComeBackAsLargeAsTheyWere() throws Exception {
        try (LiveEditor editor = open(Map.of())) {
            double palette = width(editor, ".palette");
            double inspector = width(editor, ".inspector");
            double dock = dockHeight(editor);
            editor.shortcut(KeyCode.F9);
            editor.await("no palette", () -> !isThere(editor, ".palette"));
            editor.shortcut(KeyCode.SHIFT, KeyCode.F9);
            editor.await("no inspector", () -> !isThere(editor, ".inspector"));
            editor.shortcut(KeyCode.F12);
            editor.await("a low dock", () -> dockHeight(editor) < TABS);

            editor.shortcut(KeyCode.F11);
            editor.await("a palette", () -> isThere(editor, ".palette") && width(editor, ".palette") > 0);
            editor.await("the palette as before", () -> Math.abs(width(editor, ".palette") - palette) < 3);
            editor.await("the inspector as before", () -> Math.abs(width(editor, ".inspector") - inspector) < 3);
            editor.await("the dock as before", () -> Math.abs(dockHeight(editor) - dock) < 3);

            editor.shortcut(KeyCode.F11);
            editor.await(
                    "the designs alone",
                    () -> !isThere(editor, ".palette") && !isThere(editor, ".inspector") && dockHeight(editor) < TABS);
        }
        try (LiveEditor editor = open(Map.of())) {
            editor.await("as it was left", () -> !isThere(editor, ".palette") && dockHeight(editor) < TABS);
        }
    }

    @Test
    void aDockThatShowsItsTabsAloneOpensByThem() throws Exception {
        try (LiveEditor editor = open(Map.of())) {
            editor.shortcut(KeyCode.F12);
            editor.await("a low dock", () -> dockHeight(editor) < TABS);
            Point tab = middleOfTab(editor, "Runs");
            editor.click(new javafx.geometry.Point2D(tab.x(), tab.y()));
            editor.await("an open dock", () -> dockHeight(editor) > 2 * TABS);
            assertEquals(
                    "dock-runs",
                    LiveEditor.onWindowThread(() -> editor.find("#dock", TabPane.class)
                            .getSelectionModel()
                            .getSelectedItem()
                            .getId()));
        }
    }

    private record Point(double x, double y) {}

    private static Point middleOfTab(LiveEditor editor, String title) {
        return LiveEditor.onWindowThread(() -> editor.find("#dock", TabPane.class).lookupAll(".tab-label").stream()
                .filter(each -> each instanceof Labeled label && title.equals(label.getText()))
                .map(each -> each.localToScreen(each.getBoundsInLocal()))
                .map(box -> new Point(box.getCenterX(), box.getCenterY()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void theOverviewHasASwitchAndMakesWayForACardThatIsWorkedOn() throws Exception {
        try (LiveEditor editor = open(Map.of())) {
            Node overview = editor.find("#overview", Node.class);
            editor.shortcut(KeyCode.CONTROL, KeyCode.DIGIT0);
            editor.await("the overview", overview::isVisible);
            LiveEditor.onWindowThread(() -> {
                var last = editor.canvas().picture().node("stem").orElseThrow().bounds();
                // Its card comes to stand in the lower right corner.
                double half = editor.canvas().visible().width() / 2;
                double high = editor.canvas().visible().height() / 2;
                editor.canvas().centerOn(last.maxX() + 30 - half, last.maxY() + 30 - high);
                return null;
            });
            assertTrue(overview.isVisible());
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.ofNode("stem"));
                return null;
            });
            editor.await("room", () -> !overview.isVisible());
            LiveEditor.onWindowThread(() -> {
                editor.document().select(Selection.NONE);
                return null;
            });
            editor.await("the overview", overview::isVisible);
            editor.shortcut(KeyCode.SHIFT, KeyCode.F12);
            editor.await("no overview", () -> !overview.isVisible());
            assertFalse(overview.isVisible());
        }
    }
}
