package convas.editor.comfort;

import convas.editor.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;

/** How the parts of the window share its room, and which panel of the dock is in front: kept between starts. */
public final class Arrangement {
    private static final String COLUMNS = "window.columns";
    private static final String ROWS = "window.rows";
    private static final String DOCK = "window.dock";

    private final Settings settings;

    public Arrangement(Settings settings) {
        this.settings = settings;
    }

    /** Remembers. */
    public void keep(double[] columns, double[] rows, TabPane dock) {
        settings.set(COLUMNS, words(columns));
        settings.set(ROWS, words(rows));
        Optional.ofNullable(dock.getSelectionModel().getSelectedItem())
                .map(tab -> tab.getId())
                .ifPresent(id -> settings.set(DOCK, id));
    }

    /** Does what was remembered; the dock has all its panels by now. */
    public void restore(SplitPane columns, SplitPane rows, TabPane dock) {
        read(COLUMNS, columns.getDividers().size()).ifPresent(columns::setDividerPositions);
        read(ROWS, rows.getDividers().size()).ifPresent(rows::setDividerPositions);
        settings.get(DOCK)
                .ifPresent(id -> dock.getTabs().stream()
                        .filter(tab -> id.equals(tab.getId()))
                        .forEach(tab -> dock.getSelectionModel().select(tab)));
    }

    private static String words(double[] positions) {
        return Arrays.stream(positions).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private Optional<double[]> read(String name, int count) {
        try {
            double[] positions = Arrays.stream(settings.get(name).orElse("").split(" "))
                    .filter(word -> !word.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            boolean sane = Arrays.stream(positions).allMatch(at -> at >= 0 && at <= 1);
            return positions.length == count && sane ? Optional.of(positions) : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
