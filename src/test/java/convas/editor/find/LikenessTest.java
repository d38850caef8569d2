package convas.editor.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.operator.NodeType;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LikenessTest {
    private static String best(String typed) {
        return BuiltinCatalog.create().all().stream()
                .max(Comparator.comparingInt(type -> Likeness.of(type, typed)))
                .map(NodeType::type)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "conv2d, Conv2d",
        "bn, BatchNorm2d",
        "fc, Linear",
        "gap, AdaptiveAvgPool2d",
        "maxpool, MaxPool2d",
        "se, SqueezeExcite",
        "dwconv, DepthwiseSeparable",
        "swish, Swish",
        "卷积, Conv2d",
        "残差, Add",
        "批归一化, BatchNorm2d",
        "pgyh, BatchNorm2d",
        "lainear, Linear",
        "gohstmodule, GhostModule",
        "cat, Concat"
    })
    void theTypeThatIsMeantComesFirst(String typed, String type) {
        assertEquals(type, best(typed));
    }

    @Test
    void betterFitsRankHigher() {
        int[] falling = {
            Likeness.of("norm", "norm"),
            Likeness.of("normal", "norm"),
            Likeness.of("BatchNorm2d", "norm"),
            Likeness.of("abnormal", "norm"),
            Likeness.of("nxoxrxm", "norm"),
            Likeness.of("nrom", "norm"),
            Likeness.of("relu", "norm")
        };
        for (int index = 1; index < falling.length; index++) {
            assertTrue(falling[index] < falling[index - 1], "place " + index);
        }
        assertEquals(0, falling[falling.length - 1]);
    }

    @Test
    void aSlipIsOneLetterOnly() {
        assertTrue(Likeness.of("linear", "linaer") > 0);
        assertTrue(Likeness.of("linear", "linera") > 0);
        assertEquals(0, Likeness.of("linear", "lineup"));
        assertEquals(0, Likeness.of("add", "adx"));
    }
}
