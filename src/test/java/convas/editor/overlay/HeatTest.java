package convas.editor.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.json.DesignFormat;
import convas.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class HeatTest {
    @Test
    void warmthIsLinearWhereNumbersAreNearEachOther() {
        Heat heat = Heat.of(List.of(10.0, 20.0, 30.0));
        assertFalse(heat.logarithmic());
        assertEquals(0.5, heat.level(OptionalDouble.of(20)).getAsDouble());
        assertEquals(0, heat.level(OptionalDouble.of(10)).getAsDouble());
        assertEquals(1, heat.level(OptionalDouble.of(30)).getAsDouble());
    }

    @Test
    void warmthIsLogarithmicWhereTheyAreFarApart() {
        Heat heat = Heat.of(List.of(0.0, 1.0, 100.0, 10_000.0));
        assertTrue(heat.logarithmic());
        assertEquals(0.5, heat.level(OptionalDouble.of(100)).getAsDouble(), 1e-12);
        assertEquals(0, heat.level(OptionalDouble.of(0)).getAsDouble());
    }

    @Test
    void whatIsUnknownHasNoWarmth() {
        assertEquals(OptionalDouble.empty(), Heat.of(List.of(1.0, 2.0)).level(OptionalDouble.empty()));
        assertEquals(0, Heat.of(List.of()).level(OptionalDouble.of(0)).getAsDouble());
        assertEquals(1, Heat.of(List.of(7.0)).level(OptionalDouble.of(7)).getAsDouble());
    }

    @Test
    void theHighestArePrimitivesInOrderAndNothingIsNotAmongThem() {
        Overlay overlay = new Overlay(
                "MACs",
                Unit.COUNT,
                true,
                Map.of("a", 5.0, "m", 100.0, "m/x", 60.0, "m/y", 40.0, "z", 0.0),
                List.of("a", "m/x", "m/y", "z", "unknown"));
        assertEquals(List.of("m/x", "m/y", "a"), overlay.highest(10));
        assertEquals(List.of("m/x"), overlay.highest(1));
        assertEquals(105, overlay.total());
    }

    /** How light a colour looks: the luminance of Rec. 709. */
    private static double lightness(int rgb) {
        return 0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
    }

    @Test
    void warmerIsAlwaysLighter() {
        double before = -1;
        for (int step = 0; step <= 50; step++) {
            double now = lightness(Gradient.at(step / 50.0));
            assertTrue(now > before, "at " + step);
            before = now;
        }
        assertEquals(0x00224e, Gradient.at(0));
        assertEquals(0xfee838, Gradient.at(1));
    }

    @Test
    void everyMeasureKnowsGhostNetsFirstConvolution() {
        Analysis analysis = new Analyzer(BuiltinCatalog.create())
                .analyze(new DesignFormat()
                        .read(Path.of(System.getProperty("convas.home", "."), "presets", "ghostnet.json"))
                        .value()
                        .orElseThrow());
        Texts texts = new Texts(Locale.ENGLISH);
        String first = analysis.program().orElseThrow().steps().stream()
                .filter(step -> step.type().equals("Conv2d"))
                .findFirst()
                .orElseThrow()
                .path();
        // 3x3 convolution from 3 to 16 channels, 224 to 112: 432 weights, each used 112 * 112 times.
        assertEquals(432, Measure.PARAMS.of(analysis, texts).value(first).getAsDouble());
        assertEquals(
                432.0 * 112 * 112, Measure.MACS.of(analysis, texts).value(first).getAsDouble());
        assertEquals(
                4.0 * 16 * 112 * 112,
                Measure.ACTIVATIONS.of(analysis, texts).value(first).getAsDouble());
        assertEquals(3, Measure.RECEPTIVE_FIELD.of(analysis, texts).value(first).getAsDouble());
        double bytes = 4.0 * (3 * 224 * 224 + 432 + 16 * 112 * 112);
        assertEquals(bytes, Measure.TRAFFIC.of(analysis, texts).value(first).getAsDouble());
        assertEquals(
                432.0 * 112 * 112 / bytes,
                Measure.INTENSITY.of(analysis, texts).value(first).getAsDouble(),
                1e-9);
    }
}
