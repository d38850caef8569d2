package convas.training.data;

import convas.analysis.Analysis;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.Datasets;
import convas.graph.Value;
import convas.operator.TensorShape;
import convas.training.recipe.DataRecipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The size at which images are read where a recipe leaves it open: that of the design's Input, so that none is made small
 * and then large again.
 */
public final class ImageSize {
    /** Values of an image of three channels, so that its bytes as numbers can be counted in an int. */
    private static final long LARGEST = Integer.MAX_VALUE / Float.BYTES / 3;

    private ImageSize() {}

    /**
     * The recipe with the Input's size written out for a kind of dataset that reads images at any size; as it is where it
     * says a size itself, and where the design has no one Input for images.
     */
    public static DataRecipe of(DataRecipe recipe, Datasets datasets, Analysis analysis) {
        Optional<DatasetOption> open = datasets.find(recipe.type()).flatMap(ImageSize::option);
        Optional<TensorShape> input = input(analysis);
        if (open.isEmpty() || recipe.options().containsKey(open.get().name()) || input.isEmpty()) {
            return recipe;
        }
        Map<String, Value> options = new LinkedHashMap<>(recipe.options());
        options.put(
                open.get().name(),
                new Value.Sequence(List.of(
                        Value.of(input.get().height()), Value.of(input.get().width()))));
        return recipe.withOptions(options);
    }

    /** Whether an image of three channels can be held as one array of numbers. */
    static boolean fits(long height, long width) {
        return Math.multiplyHigh(height, width) == 0 && height * width > 0 && height * width <= LARGEST;
    }

    private static Optional<DatasetOption> option(DatasetKind kind) {
        return kind.options().stream()
                .filter(option -> option.type() == DatasetOption.Type.SIZE)
                .findFirst();
    }

    private static Optional<TensorShape> input(Analysis analysis) {
        List<TensorShape> shapes = analysis.nodes().values().stream()
                .filter(node -> node.type().equals("Input") && !node.path().contains("/"))
                .flatMap(node -> node.outputs().stream())
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(shapes)
                .filter(found -> found.size() == 1)
                .map(found -> found.get(0))
                .filter(shape -> shape.rank() == 3 && fits(shape.height(), shape.width()));
    }
}
