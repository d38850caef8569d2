package convas.editor.training;

import convas.editor.task.Tasks;
import convas.file.AtomicFile;
import convas.text.Texts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;

/** What can be done with the lines of a chart: another scale, a picture of them, their figures. */
public final class ChartMenu {
    private static final double SHARP = 2;

    private final ChartRegion chart;
    private final Texts texts;
    private final Tasks tasks;
    private final Consumer<String> hint;
    private final String name;

    private ChartMenu(ChartRegion chart, Texts texts, Tasks tasks, Consumer<String> hint, String name) {
        this.chart = chart;
        this.texts = texts;
        this.tasks = tasks;
        this.hint = hint;
        this.name = name;
    }

    /**
     * Gives a chart its menu, for the right button and for the keyboard.
     *
     * @param hint gets brief sentences for the status bar
     * @param spoken what a screen reader calls it
     * @param name that its files get at first
     */
    public static void attach(
            ChartRegion chart, Texts texts, Tasks tasks, Consumer<String> hint, String spoken, String name) {
        ChartMenu menu = new ChartMenu(chart, texts, tasks, hint, name);
        ContextMenu shown = menu.menu();
        chart.setFocusTraversable(true);
        chart.setAccessibleText(spoken);
        chart.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            shown.show(chart, event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    private ContextMenu menu() {
        CheckMenuItem scale = new CheckMenuItem(texts.get("editortraining.chart.logarithmic"));
        scale.setId("chart-logarithmic");
        scale.selectedProperty().bindBidirectional(chart.logarithmicProperty());
        return new ContextMenu(
                scale,
                new SeparatorMenuItem(),
                item("picture", () -> choose(".png").ifPresent(file -> write(file, picture()))),
                item("figures", () -> choose(".csv").ifPresent(file -> write(file, figures(chart)))));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get("editortraining.chart." + key));
        item.setId("chart-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private Optional<Path> choose(String ending) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name + ending);
        return Optional.ofNullable(chooser.showSaveDialog(chart.getScene().getWindow()))
                .map(File::toPath);
    }

    private BufferedImage picture() {
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(SHARP, SHARP));
        WritableImage image = chart.snapshot(sharp, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }

    private void write(Path file, BufferedImage image) {
        tasks.start(
                () -> {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    ImageIO.write(image, "png", bytes);
                    return keep(file, bytes.toByteArray());
                },
                this::written,
                failure -> failed(file, failure));
    }

    private void write(Path file, String text) {
        tasks.start(
                () -> keep(file, text.getBytes(StandardCharsets.UTF_8)),
                this::written,
                failure -> failed(file, failure));
    }

    private static Path keep(Path file, byte[] content) throws IOException {
        new AtomicFile().write(file, content);
        return file;
    }

    private void written(Path file) {
        hint.accept(texts.get("editortraining.chart.written", file));
    }

    private void failed(Path file, Exception failure) {
        hint.accept(texts.get("editortraining.chart.unwritten", file, failure.getMessage()));
    }

    /** A column of epochs, and one for each line, empty where it has no point there. */
    static String figures(ChartRegion chart) {
        StringBuilder csv = new StringBuilder("epoch");
        TreeSet<Double> places = new TreeSet<>();
        for (ChartRegion.Line line : chart.lines()) {
            csv.append(",\"").append(line.name().replace("\"", "\"\"")).append('"');
            for (int index = 0; index < line.series().size(); index++) {
                places.add(line.series().x(index));
            }
        }
        csv.append('\n');
        for (double place : places) {
            csv.append(place);
            for (ChartRegion.Line line : chart.lines()) {
                int index = line.series().nearest(place);
                csv.append(',');
                if (index >= 0 && line.series().x(index) == place) {
                    csv.append(line.series().y(index));
                }
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
