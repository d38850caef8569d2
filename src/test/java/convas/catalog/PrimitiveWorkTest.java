package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Convention;
import convas.operator.Primitive;
import convas.operator.Sight;
import convas.operator.TensorShape;
import convas.operator.Window;
import convas.operator.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work against arithmetic done by hand, by the rules that each primitive's page states. */
class PrimitiveWorkTest {
    private static final TensorShape IMAGE = TensorShape.of(4, 6, 8);

    @Test
    void aConvolutionCountsOutputPositionsTimesItsWeightsAndAddsItsBias() {
        // 3 x 3 output positions; 8 outputs of 4 / 2 inputs and 3 x 5 kernel elements: 9 * 8 * 2 * 15 = 2160.
        Work work = work(
                "Conv2d",
                Map.of(
                        "out_channels", Value.of(8),
                        "kernel_size", Value.of(Value.of(3), Value.of(5)),
                        "stride", Value.of(2),
                        "padding", Value.of(Value.of(1), Value.of(1)),
                        "groups", Value.of(2)),
                IMAGE);

        assertEquals(
                new Work(
                        2160,
                        72,
                        Map.of(
                                Convention.PTFLOPS_PYTORCH, 72L,
                                Convention.PTFLOPS_ATEN, 72L,
                                Convention.TORCHINFO, 72L)),
                work);
        assertEquals(2 * 2160 + 72, work.flops());
    }

    @Test
    void aConvolutionWithoutBiasDoesNothingElse() {
        // ECA's on 4 channels: 4 positions * 3 weights.
        Work work = work(
                "Conv1d",
                Map.of(
                        "out_channels", Value.of(1),
                        "kernel_size", Value.of(3),
                        "padding", Value.of(1),
                        "bias", Value.of(false)),
                TensorShape.of(1, 4));

        assertEquals(new Work(12, 0), work);
    }

    @Test
    void aTransposedConvolutionCountsInputPositions() {
        // 6 x 8 inputs meet 4 * 2 * 2 * 2 = 32 weights each: 1536. The output has 2 * 12 * 16 = 384 elements;
        // torchinfo counts its 192 positions: 192 * 32 + 384 = 6528, which is 4992 more.
        Work work = work(
                "ConvTranspose2d",
                Map.of("out_channels", Value.of(2), "kernel_size", Value.of(2), "stride", Value.of(2)),
                IMAGE);

        assertEquals(
                new Work(
                        1536,
                        384,
                        Map.of(
                                Convention.PTFLOPS_PYTORCH, 384L,
                                Convention.PTFLOPS_ATEN, 384L,
                                Convention.THOP, 4608L,
                                Convention.TORCHINFO, 4992L)),
                work);
    }

    @Test
    void aLinearLayerCountsOutputsTimesInputs() {
        assertEquals(
                new Work(50, 5, Map.of(Convention.TORCHINFO, 5L))
                        .with(Convention.PTFLOPS_PYTORCH, 5)
                        .with(Convention.PTFLOPS_ATEN, 5),
                work("Linear", Map.of("out_features", Value.of(5)), TensorShape.of(10)));
        // At 3 positions 150; torchinfo counts the 55 weights once.
        assertEquals(
                new Work(150, 15, Map.of(Convention.TORCHINFO, 55L - 150))
                        .with(Convention.PTFLOPS_PYTORCH, 15)
                        .with(Convention.PTFLOPS_ATEN, 15),
                work("Linear", Map.of("out_features", Value.of(5)), TensorShape.of(3, 10)));
    }

    @Test
    void toolsCountNormalisationEachInTheirOwnWay() {
        // 192 elements in 4 channels.
        assertEquals(
                new Work(0, 384, Map.of(Convention.FVCORE, 384L, Convention.THOP, 768L, Convention.TORCHINFO, 8L))
                        .with(Convention.PTFLOPS_PYTORCH, 384),
                work("BatchNorm2d", Map.of(), IMAGE));
        assertEquals(
                new Work(0, 1344, Map.of(Convention.FVCORE, 960L, Convention.TORCHINFO, 8L))
                        .with(Convention.PTFLOPS_PYTORCH, 384),
                work("GroupNorm", Map.of("num_groups", Value.of(2)), IMAGE));
    }

    @Test
    void averagePoolsCountTheElementsUnderTheirWindows() {
        // 4 * 3 * 4 = 48 outputs of 4 elements each.
        assertEquals(
                new Work(0, 192, Map.of(Convention.THOP, 48L)).with(Convention.PTFLOPS_PYTORCH, 384),
                work("AvgPool2d", Map.of("kernel_size", Value.of(2)), IMAGE));
        // One window of 48 elements per channel: 192 in, 4 out.
        assertEquals(
                new Work(0, 192, Map.of(Convention.FVCORE, 192L, Convention.THOP, 196L))
                        .with(Convention.PTFLOPS_PYTORCH, 384),
                work("AdaptiveAvgPool2d", Map.of("output_size", Value.of(1)), IMAGE));
    }

    @Test
    void adaptiveWindowsThatOverlapCountTwiceWhereTheyDo() {
        // 6 rows to 4: windows 0-1, 1-2, 3-4, 4-5 have 2 rows each, 8 together. 8 columns to 3: 0-2, 2-5, 5-7 have
        // 3 + 4 + 3 = 10. So 4 * 80 elements, and one comparison less for each of the 4 * 12 outputs.
        Work work = work("AdaptiveMaxPool2d", Map.of("output_size", Value.of(Value.of(4), Value.of(3))), IMAGE);

        assertEquals(new Work(0, 320 - 48).with(Convention.PTFLOPS_PYTORCH, 384), work);
    }

    @Test
    void aMaxPoolComparesOnceLessThanItsWindowHasElements() {
        // 4 * 3 * 4 outputs of 9 elements each.
        Work work = work(
                "MaxPool2d", Map.of("kernel_size", Value.of(3), "stride", Value.of(2), "padding", Value.of(1)), IMAGE);

        assertEquals(new Work(0, 48 * 8).with(Convention.PTFLOPS_PYTORCH, 384), work);
    }

    @Test
    void softmaxAndResizingCountAsThopDoes() {
        // 10 elements in one sum: 3 * 10 - 1.
        assertEquals(
                new Work(0, 50, Map.of(Convention.THOP, 29L)).with(Convention.PTFLOPS_PYTORCH, 10),
                work("Softmax", Map.of(), TensorShape.of(10)));
        // 4 * 12 * 16 = 768 outputs.
        assertEquals(
                new Work(0, 0, Map.of(Convention.THOP, 768L, Convention.FVCORE, 768L))
                        .with(Convention.PTFLOPS_PYTORCH, 1536),
                work("Upsample", Map.of("scale_factor", Value.of(2)), IMAGE));
        assertEquals(
                new Work(0, 8448, Map.of(Convention.THOP, 8448L, Convention.FVCORE, 3072L))
                        .with(Convention.PTFLOPS_PYTORCH, 1536),
                work("Upsample", Map.of("scale_factor", Value.of(2), "mode", Value.of("bilinear")), IMAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "ReLU, 192, 384",
        "ReLU6, 384, 192",
        "Sigmoid, 768, 0",
        "SiLU, 960, 192",
        "Hardsigmoid, 768, 0",
        "Hardswish, 960, 0",
        "Identity, 0, 0",
        "Dropout, 0, 0",
        "DropBlock, 0, 0",
        "Flatten, 0, 0",
        "Output, 0, 0",
        "Tanh, 960, 0",
        "GELU, 960, 384",
        "ELU, 768, 384",
        "LeakyReLU, 384, 192"
    })
    void elementwiseLayersCountTheirOperationsOnEachOfThe192Elements(String type, long operations, long ptflops) {
        assertEquals(new Work(0, operations).with(Convention.PTFLOPS_PYTORCH, ptflops), work(type, Map.of(), IMAGE));
    }

    @Test
    void combiningTensorsCountsOneOperationPerElementAndFurtherInput() {
        TensorShape gate = TensorShape.of(4, 1, 1);

        assertEquals(new Work(0, 192), work("Multiply", Map.of(), gate, IMAGE));
        assertEquals(new Work(0, 384), work("Add", Map.of(), IMAGE, IMAGE, IMAGE));
        assertEquals(new Work(0, 0), work("Concat", Map.of(), IMAGE, IMAGE));
    }

    @Test
    void reductionsCountWhatTheyReduce() {
        // Over 4 channels: 192 elements to 48.
        assertEquals(new Work(0, 192), work("Mean", Map.of("axis", Value.of(1)), IMAGE));
        assertEquals(new Work(0, 192 - 48), work("Max", Map.of("axis", Value.of(1)), IMAGE));
    }

    @Test
    void theRadiusOfCoordinatesIsComputedAndCoordinatesAreNot() {
        assertEquals(Work.NONE, work("AddCoords", Map.of(), IMAGE));
        assertEquals(new Work(0, 4 * 48), work("AddCoords", Map.of("with_r", Value.of(true)), IMAGE));
    }

    @Test
    void windowsCoverTheKernelWithItsGaps() {
        Map<String, Value> params = Map.of(
                "out_channels", Value.of(1),
                "kernel_size", Value.of(3),
                "dilation", Value.of(2),
                "stride", Value.of(2));

        assertEquals(Window.of(Sight.of(2, 0, 4), Sight.of(2, 0, 4)), window("Conv2d", params));
        assertEquals(Window.WHOLE, window("AdaptiveAvgPool2d", Map.of("output_size", Value.of(1))));
        assertEquals(
                Window.of(Sight.of(2, 0, 1), Sight.of(2, 0, 1)),
                window("MaxPool2d", Map.of("kernel_size", Value.of(2))));
    }

    private static Work work(String type, Map<String, Value> params, TensorShape... inputs) {
        Primitive primitive = primitive(type);
        Arguments arguments = PrimitiveCase.arguments(primitive, params, new ArrayList<>());
        List<TensorShape> shapes = List.of(inputs);
        return primitive.work(
                arguments, shapes, primitive.infer(arguments, shapes).outputs());
    }

    private static Window window(String type, Map<String, Value> params) {
        Primitive primitive = primitive(type);
        Arguments arguments = PrimitiveCase.arguments(primitive, params, new ArrayList<>());
        List<TensorShape> inputs = List.of(IMAGE);
        return primitive.window(
                arguments, inputs, primitive.infer(arguments, inputs).outputs(), 0, 0);
    }

    private static Primitive primitive(String type) {
        return (Primitive) BuiltinCatalog.create().find(type).orElseThrow();
    }
}
