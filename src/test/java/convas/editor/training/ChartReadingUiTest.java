package convas.editor.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the pointer reads off a chart, and what its axis shows. */
final class ChartReadingUiTest {
    private static final int WIDTH = 600;

    private final Plot plot = onWindowThread(Plot::new);
    private Stage stage;

    private static <T> T onWindowThread(Callable<T> work) {
        try {
            FxToolkit.registerPrimaryStage();
            return WaitForAsyncUtils.asyncFx(work).get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @BeforeEach
    void show() {
        Series train = new Series();
        train.add(0.5, 2.30259);
        train.add(1.5, 0.5);
        train.add(2.5, 0.01);
        Series validation = new Series();
        validation.add(1, 1.25);
        validation.add(2, 0.125);
        stage = onWindowThread(() -> {
            plot.show(new Plot.Content("Loss", "training", "validation", train, validation, 3, 0, 2.4, null));
            Stage made = new Stage();
            made.setScene(new Scene(plot, WIDTH, 300));
            made.show();
            plot.layout();
            return made;
        });
    }

    @AfterEach
    void hide() {
        onWindowThread(() -> {
            stage.close();
            return null;
        });
    }

    @Test
    void thePointNearestToThePointerIsRead() {
        List<List<String>> read = onWindowThread(() -> {
            List<List<String>> all = new ArrayList<>();
            for (int x = 0; x < WIDTH; x++) {
                List<String> words = plot.readAt(x);
                if (!words.isEmpty()
                        && (all.isEmpty() || !all.get(all.size() - 1).equals(words))) {
                    all.add(words);
                }
            }
            return all;
        });
        assertEquals(
                List.of(
                        List.of("0.5", "training  2.303", "validation  1.25"),
                        List.of("1", "training  2.303", "validation  1.25"),
                        List.of("1.5", "training  0.5", "validation  1.25"),
                        List.of("2", "training  0.5", "validation  0.125"),
                        List.of("2.5", "training  0.01", "validation  0.125")),
                read);
        assertEquals(List.of(), onWindowThread(() -> plot.readAt(2)));
    }

    @Test
    void aLogarithmicScaleGoesFromTheLeastToTheMost() {
        ChartRegion.Axis plain = onWindowThread(() -> plot.upward(0, 2.4, 300, null));
        assertEquals(0, plain.low());
        ChartRegion.Axis powers = onWindowThread(() -> {
            plot.logarithmicProperty().set(true);
            return plot.upward(0, 2.4, 300, null);
        });
        assertEquals(-2, powers.low(), 1e-9);
        assertEquals(
                List.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2"),
                powers.marks().stream().map(powers.text()::apply).toList());
        ChartRegion.Scale scale = new ChartRegion.Scale(0, 100, 0, 100, powers, powers);
        assertTrue(scale.y(0.01) > 99.9, "the least lies at the bottom");
        // 0.1 is half the way from 0.01 to 1.
        assertEquals(scale.y(0.1), (scale.y(0.01) + scale.y(1)) / 2, 1e-9);
    }

    @Test
    void figuresHaveAColumnForEachLine() {
        assertEquals("""
                epoch,"training","validation"
                0.5,2.30259,
                1.0,,1.25
                1.5,0.5,
                2.0,,0.125
                2.5,0.01,
                """, onWindowThread(() -> ChartMenu.figures(plot)));
    }
}
