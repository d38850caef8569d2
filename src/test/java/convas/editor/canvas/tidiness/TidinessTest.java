package convas.editor.canvas.tidiness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.graph.Flow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No wire runs behind a card, no two wires lie on each other, and wires cross no more often than they did when they were
 * plain curves that ran through cards; looked at as it is drawn, point by point.
 */
class TidinessTest {
    private static void assertTidy(Design design, int crossings) {
        Tidiness found = Tidiness.of(Sheets.picture(design));
        assertEquals(0, found.behind(), found.toString());
        assertEquals(0, found.shared(), found.toString());
        assertEquals(0, found.overlaps(), found.toString());
        assertTrue(found.crossings() <= crossings, found.toString());
    }

    /** The numbers of crossings are those of plain curves: as written, laid out anew, with every body shown in place. */
    @ParameterizedTest
    @CsvSource({
        "coordconv-classifier, 0, 0, 0",
        "coordconv-conv, 0, 0, 0",
        "coordconv-deconv, 0, 0, 0",
        "coordconv-regressor, 0, 0, 0",
        "digits-cbam, 0, 2, 0",
        "digits-coordconv, 0, 0, 0",
        "digits-ghost, 0, 0, 19",
        "digits-plain, 0, 0, 0",
        "digits-shuffle, 0, 0, 40",
        "efficientnet-b0, 0, 0, 36",
        "ghost-resnet56-cifar, 0, 0, 20",
        "ghost-vgg16-cifar, 0, 0, 15",
        "ghostnet, 0, 0, 60",
        "ghostnet-64, 0, 0, 18",
        "ghostnetv2, 0, 0, 60",
        "mobilenetv1, 0, 0, 0",
        "mobilenetv2, 0, 0, 36",
        "mobilenetv3-large, 0, 0, 84",
        "mobilenetv3-small, 0, 0, 63",
        "resnet18, 0, 0, 66",
        "resnet50, 0, 0, 50",
        "resnet56-cifar, 0, 0, 40",
        "shufflenetv1, 0, 0, 62",
        "shufflenetv2, 0, 0, 26",
        "vgg16, 0, 0, 0",
        "vgg16-cifar, 0, 0, 0"
    })
    void presetsAreTidy(String name, int written, int tidied, int unfolded) throws Exception {
        Design design = Sheets.preset(name);
        assertTidy(design, written);
        assertTidy(Sheets.unplaced(design), tidied);
        assertTidy(Sheets.unfoldedByHand(design), unfolded);
        assertTidy(Sheets.unfolded(Sheets.unplaced(design), 1), Math.max(tidied, unfolded));
    }

    static List<String> presets() throws Exception {
        return Sheets.presets();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void presetsAreTidyWithBodiesWithinBodiesAndRunningDown(String name) throws Exception {
        Design design = Sheets.unplaced(Sheets.preset(name));
        assertTidy(Sheets.unfolded(design, 9), Integer.MAX_VALUE);
        assertTidy(design.withView(design.view().withFlow(Flow.DOWN)), Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"100, 3, 0", "100, 7, 22", "426, 4, 0", "500, 3, 0", "1000, 4, 0", "2000, 7, 0"})
    void residualChainsAreTidyAndHardlyAnythingInThemCrosses(int count, int span, int crossings) {
        assertTidy(Sheets.residual(count, span), crossings);
    }

    @Test
    void residualChainsThatRunDownAreTidy() {
        Design design = Sheets.residual(300, 4);
        assertTidy(design.withView(design.view().withFlow(Flow.DOWN)), 0);
    }
}
