package convas.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.DataProblem;
import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.Datasets;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.text.Texts;
import convas.training.Designs;
import convas.training.recipe.DataRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetOpenerTest {
    /** Keeps what it was opened with, and always says the same. */
    private static final class Recorded implements DatasetKind {
        private final List<DatasetOptions> opened = new ArrayList<>();

        @Override
        public String name() {
            return "recorded";
        }

        @Override
        public List<DatasetOption> options() {
            return List.of(
                    DatasetOption.path(),
                    DatasetOption.size("image_size", 32, 48),
                    DatasetOption.choice("corrupt", "fail", "skip"),
                    DatasetOption.count("channels", 3),
                    DatasetOption.name("array"));
        }

        @Override
        public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
            opened.add(options);
            throw new DatasetException(
                    List.of(
                            DataProblem.of("path", "dataset.option.path", "one"),
                            DataProblem.of("", "dataset.option.path", "two")),
                    null);
        }
    }

    private final Recorded kind = new Recorded();
    private final DatasetOpener opener = new DatasetOpener(new Datasets(List.of(kind)));

    private List<String> open(String dataset) {
        DataRecipe recipe = DataRecipe.of(Designs.linear("[1, 8, 8]", 10, "{'dataset': " + dataset + "}")
                        .training())
                .orElseThrow();
        Reading<Dataset> reading = opener.open(recipe, false);
        assertTrue(reading.value().isEmpty());
        Texts texts = new Texts(Locale.ENGLISH);
        return reading.problems().stream().map(problem -> problem.line(texts)).toList();
    }

    @Test
    void givesTheKindWhatIsWrittenAndDefaultsForTheRest() {
        open("{'type': 'recorded', 'path': 'a/b'}");
        open("{'type': 'recorded', 'path': 'c', 'image_size': [64, 65], 'corrupt': 'skip', 'channels': 1}");
        open("{'type': 'recorded', 'path': 'c', 'image_size': 7}");
        DatasetOptions first = kind.opened.get(0);
        assertEquals(Path.of("a", "b"), first.path());
        assertEquals(32, first.height("image_size"));
        assertEquals(48, first.width("image_size"));
        assertEquals("fail", first.choice("corrupt"));
        assertEquals(3, first.count("channels"));
        DatasetOptions second = kind.opened.get(1);
        assertEquals(64, second.height("image_size"));
        assertEquals(65, second.width("image_size"));
        assertEquals("skip", second.choice("corrupt"));
        assertEquals(1, second.count("channels"));
        assertEquals(7, kind.opened.get(2).height("image_size"));
        assertEquals(7, kind.opened.get(2).width("image_size"));
        assertEquals(Optional.empty(), first.name("array"));
        open("{'type': 'recorded', 'path': 'c', 'array': 'train_images'}");
        assertEquals(Optional.of("train_images"), kind.opened.get(3).name("array"));
        open("{'type': 'recorded', 'path': 'c', 'array': 0}");
        assertEquals(Optional.of("0"), kind.opened.get(4).name("array"));
    }

    @Test
    void tellsOfEveryOptionThatIsMissingWrongOrUnknown() {
        assertEquals(
                List.of(
                        "training.dataset.path: The dataset recorded needs \"path\".",
                        "training.dataset.image_size: Expected height and width in pixels, as [64, 64], or one number"
                                + " for both; found [1, 2, 3].",
                        "training.dataset.corrupt: Expected one of fail, skip; found maybe.",
                        "training.dataset.channels: Expected a whole number from 1 to 1000000; found 0.",
                        "training.dataset.array: Expected a name, in quotes; found [1].",
                        "training.dataset.colour: The dataset recorded has no option \"colour\"; it has [path,"
                                + " image_size, corrupt, channels, array], and every dataset \"validation\","
                                + " \"normalize\" and \"augment\"."),
                open("{'type': 'recorded', 'image_size': [1, 2, 3], 'corrupt': 'maybe', 'channels': 0, 'array': [1],"
                        + " 'colour': 1}"));
        assertEquals(List.of(), kind.opened);
    }

    /** 50,000 x 50,000 x 3 values are more than an array has places for. */
    @Test
    void refusesImagesThatNoArrayHolds() {
        assertEquals(
                List.of("training.dataset.image_size: An image of this size does not fit into memory as one array of"
                        + " numbers, which may have 178,956,970 pixels; found 50000."),
                open("{'type': 'recorded', 'path': 'p', 'image_size': 50000}"));
        assertEquals(List.of(), kind.opened);
    }

    @Test
    void passesOnEverythingThatTheKindTells() {
        assertEquals(
                List.of(
                        "training.dataset.path: Expected the path of a file or folder; found one.",
                        "training.dataset: Expected the path of a file or folder; found two."),
                open("{'type': 'recorded', 'path': 'x'}"));
    }

    @Test
    void aPathIsRelativeToTheDesignsFile() {
        var design = Designs.linear("[1, 8, 8]", 10, "{'epochs': 3, 'dataset': {'type': 'recorded', 'path': '../in'}}");
        Path file = Path.of("/", "home", "someone", "designs", "a.json");
        var absolute = DataPaths.absolute(design, Optional.of(file));
        assertEquals(
                Optional.of(Path.of("/", "home", "someone", "in").toString()),
                DataRecipe.of(absolute.training()).flatMap(DataPaths::path));
        assertEquals(Value.of(3), absolute.training().get("epochs"));
        assertEquals(absolute, DataPaths.absolute(absolute, Optional.empty()));
    }

    @Test
    void whatIsAtAPathTellsItsKind(@TempDir Path folder) throws IOException {
        var datasets = BuiltinDatasets.create();
        var design = Designs.linear("[1, 8, 8]", 10, "{'epochs': 3, 'dataset': 'digits'}");
        Path images = Files.createDirectories(folder.resolve("images/class"));
        Files.write(images.resolve("one.png"), new byte[1]);
        Path idx = Files.createDirectories(folder.resolve("idx"));
        Files.write(idx.resolve("t10k-labels-idx1-ubyte"), new byte[1]);
        Path cifar = Files.createDirectories(folder.resolve("cifar"));
        Files.write(cifar.resolve("test_batch.bin"), new byte[1]);
        Files.write(cifar.resolve("batches.meta.txt"), new byte[1]);
        Path npz = Files.write(folder.resolve("a.npz"), new byte[1]);
        Map<Path, String> kinds =
                Map.of(folder.resolve("images"), "image-folder", idx, "mnist", cifar, "cifar-10", npz, "npz");
        kinds.forEach((path, kind) -> {
            var found = DataPaths.at(design, path, datasets).value().orElseThrow();
            DataRecipe recipe = DataRecipe.of(found.training()).orElseThrow();
            assertEquals(kind, recipe.type());
            assertEquals(Optional.of(path.toString()), DataPaths.path(recipe));
            assertEquals(Value.of(3), found.training().get("epochs"));
        });
    }

    @Test
    void keepsTheRecipesKindAndOptionsWhereTheyFitThePath(@TempDir Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images/class"));
        Files.write(images.resolve("one.png"), new byte[1]);
        var design = Designs.linear(
                "[1, 8, 8]", 10, "{'dataset': {'type': 'image-folder', 'path': 'gone', 'color': 'gray'}}");
        var found = DataPaths.at(design, folder.resolve("images"), BuiltinDatasets.create())
                .value()
                .orElseThrow();
        assertEquals(
                Value.of("gray"),
                DataRecipe.of(found.training()).orElseThrow().options().get("color"));
        Texts texts = new Texts(Locale.ENGLISH);
        assertEquals(
                List.of("There is no file or folder " + folder.resolve("nowhere") + "."),
                DataPaths.at(Designs.linear("[1, 8, 8]", 10, "{}"), folder.resolve("nowhere"), BuiltinDatasets.create())
                        .problems()
                        .stream()
                        .map(problem -> problem.line(texts))
                        .toList());
    }
}
