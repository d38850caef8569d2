package convas.editor.comfort;

import convas.editor.Settings;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * What stands around the designs: the palette on the left, the inspector on the right, the dock below. Each keeps its size
 * in pixels when the window's changes, and from one start to the next; each can be put away. The dock's tabs stay in sight
 * then, and open it again.
 */
public final class Surroundings {
    /** One of them. */
    public enum Side {
        PALETTE,
        INSPECTOR,
        DOCK;

        private String key() {
            return "window.side." + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String AWAY = "window.away";
    private static final String FRONT = "window.dock";
    /** A dock that shows less than that of its panels shows its tabs alone. */
    private static final double LEAST_PANEL = 40;

    private static final double HEADER = 42;

    /** Before a hand has drawn them. */
    private static final double PALETTE_WIDTH = 228;

    private static final double INSPECTOR_WIDTH = 362;
    private static final double DOCK_SHARE = 0.28;

    private final SplitPane columns;
    private final SplitPane rows;
    private final Node designs;
    private final Region palette;
    private final Region inspector;
    private final TabPane dock;
    private final Map<Side, Double> sizes = new EnumMap<>(Side.class);
    private final Set<Side> away = EnumSet.noneOf(Side.class);
    private boolean alone;

    /**
     * @param columns palette, designs and inspector
     * @param rows those and the dock
     */
    public Surroundings(
            SplitPane columns, SplitPane rows, Node designs, Region palette, Region inspector, TabPane dock) {
        this.columns = columns;
        this.rows = rows;
        this.designs = designs;
        this.palette = palette;
        this.inspector = inspector;
        this.dock = dock;
        SplitPane.setResizableWithParent(palette, false);
        SplitPane.setResizableWithParent(inspector, false);
        SplitPane.setResizableWithParent(dock, false);
        dock.setMinHeight(HEADER);
        dock.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getY() <= HEADER && isLow()) {
                show(Side.DOCK);
            }
        });
        arrange();
    }

    /** Whether it is in sight; a dock that was drawn down to its tabs is not. */
    public boolean isShown(Side side) {
        return !away.contains(side) && !(side == Side.DOCK && isLow());
    }

    /** Puts it away, or brings it back. */
    public void toggle(Side side) {
        if (isShown(side)) {
            remember();
            away.add(side);
            arrange();
        } else {
            show(side);
        }
    }

    /** Puts all away, or brings all back where none is in sight. */
    public void toggleAll() {
        boolean anyShown = false;
        for (Side side : Side.values()) {
            anyShown |= isShown(side);
        }
        remember();
        away.clear();
        if (anyShown) {
            away.addAll(EnumSet.allOf(Side.class));
        }
        arrange();
    }

    /** Brings it in sight. */
    public void show(Side side) {
        if (!isShown(side)) {
            remember();
            away.remove(side);
            arrange();
        }
    }

    /** A page has the whole window for itself. */
    public void setAlone(boolean page) {
        if (page != alone) {
            remember();
            alone = page;
            arrange();
        }
    }

    /** Remembers from this start to the next. */
    public void keep(Settings settings) {
        remember();
        sizes.forEach((side, size) -> settings.set(side.key(), Double.toString(size)));
        StringBuilder names = new StringBuilder();
        away.forEach(side -> names.append(side).append(' '));
        settings.set(AWAY, names.toString().strip());
        Optional.ofNullable(dock.getSelectionModel().getSelectedItem())
                .map(tab -> tab.getId())
                .ifPresent(id -> settings.set(FRONT, id));
    }

    /** As it was kept; the dock has all its panels by now. */
    public void restore(Settings settings) {
        for (Side side : Side.values()) {
            settings.get(side.key()).flatMap(Surroundings::size).ifPresent(size -> sizes.put(side, size));
            if (settings.get(AWAY).map(names -> names.contains(side.name())).orElse(false)) {
                away.add(side);
            }
        }
        settings.get(FRONT)
                .ifPresent(id -> dock.getTabs().stream()
                        .filter(tab -> id.equals(tab.getId()))
                        .forEach(tab -> dock.getSelectionModel().select(tab)));
        arrange();
    }

    private static Optional<Double> size(String word) {
        try {
            double size = Double.parseDouble(word);
            return size >= LEAST_PANEL && size < 10_000 ? Optional.of(size) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isLow() {
        return dock.getHeight() > 0 && dock.getHeight() < HEADER + LEAST_PANEL;
    }

    /** The sizes of what is in sight, as a hand has drawn them: to the middles of the dividers, which have a width. */
    private void remember() {
        if (alone) {
            return;
        }
        double[] across = columns.getDividerPositions();
        if (columns.getItems().contains(palette)) {
            remember(Side.PALETTE, across[0] * columns.getWidth());
        }
        if (columns.getItems().contains(inspector)) {
            remember(Side.INSPECTOR, (1 - across[across.length - 1]) * columns.getWidth());
        }
        if (!isLow() && !away.contains(Side.DOCK)) {
            remember(Side.DOCK, (1 - rows.getDividerPositions()[0]) * rows.getHeight());
        }
    }

    private void remember(Side side, double size) {
        if (size >= LEAST_PANEL) {
            sizes.put(side, size);
        }
    }

    private void arrange() {
        columns.getItems().clear();
        if (!alone && !away.contains(Side.PALETTE)) {
            columns.getItems().add(palette);
        }
        columns.getItems().add(designs);
        if (!alone && !away.contains(Side.INSPECTOR)) {
            columns.getItems().add(inspector);
        }
        if (alone) {
            rows.getItems().setAll(columns);
        } else if (!rows.getItems().contains(dock)) {
            rows.getItems().setAll(columns, dock);
        }
        whenLaidOut(columns, columns.widthProperty().get(), this::shareColumns);
        whenLaidOut(rows, rows.heightProperty().get(), this::shareRows);
    }

    /** Positions of dividers are shares of a size that is not there before the window has come. */
    private static void whenLaidOut(SplitPane pane, double size, Runnable share) {
        if (size > 0) {
            // Dividers that were just added are placed by a layout, which would take other positions.
            pane.layout();
            share.run();
            return;
        }
        pane.layoutBoundsProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Bounds> property, Bounds before, Bounds now) {
                if (now.getWidth() > 0 && now.getHeight() > 0) {
                    pane.layoutBoundsProperty().removeListener(this);
                    share.run();
                }
            }
        });
    }

    private void shareColumns() {
        double width = columns.getWidth();
        double left = sizes.getOrDefault(Side.PALETTE, PALETTE_WIDTH) / width;
        double right = 1 - sizes.getOrDefault(Side.INSPECTOR, INSPECTOR_WIDTH) / width;
        boolean hasLeft = columns.getItems().contains(palette);
        boolean hasRight = columns.getItems().contains(inspector);
        if (hasLeft && hasRight) {
            columns.setDividerPositions(left, right);
        } else if (hasLeft || hasRight) {
            columns.setDividerPositions(hasLeft ? left : right);
        }
    }

    private void shareRows() {
        if (rows.getItems().contains(dock)) {
            double wanted =
                    away.contains(Side.DOCK) ? HEADER : sizes.getOrDefault(Side.DOCK, rows.getHeight() * DOCK_SHARE);
            rows.setDividerPosition(0, 1 - wanted / rows.getHeight());
        }
    }
}
