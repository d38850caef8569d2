package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.Primitive;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltinCatalogTest {
    /** The list that the project's goal for this version names. */
    private static final List<String> WANTED =
            List.of(("Input Output Conv2d ConvTranspose2d Conv1d Linear BatchNorm2d GroupNorm LayerNorm ReLU ReLU6"
                            + " LeakyReLU PReLU ELU GELU SiLU Sigmoid Hardsigmoid Hardswish Tanh Softmax MaxPool2d"
                            + " AvgPool2d AdaptiveAvgPool2d AdaptiveMaxPool2d Upsample ZeroPad2d Add Multiply Subtract"
                            + " Concat Split Slice ChannelShuffle AddCoords Mean Max Reshape Flatten Permute Tile"
                            + " Dropout DropBlock Identity")
                    .split(" "));

    private final Catalog catalog = BuiltinCatalog.create();

    @Test
    void holdsEveryPrimitiveThatIsWanted() {
        TreeSet<String> primitives = catalog.all().stream()
                .filter(Primitive.class::isInstance)
                .map(NodeType::type)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(WANTED), primitives);
    }

    @Test
    void holdsEveryModuleThatHasAFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "convas", "catalog", "modules"))) {
            TreeSet<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            TreeSet<String> modules = catalog.all().stream()
                    .filter(Module.class::isInstance)
                    .map(NodeType::type)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(names, modules);
        }
    }

    @Test
    void everyPrimitiveCanBeFoundByAnotherWordOrItsNameInChinese() {
        List<String> without = catalog.all().stream()
                .filter(Primitive.class::isInstance)
                .filter(type -> type.aliases().isEmpty())
                .map(NodeType::type)
                .toList();

        assertEquals(List.of(), without);
    }

    @Test
    void isMadeAndCountsWhereTheEngineIsNotInstalled() throws Exception {
        URL[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl"))
                .map(BuiltinCatalogTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> alone = loader.loadClass(BuiltinCatalog.class.getName());

            Object made = alone.getMethod("create").invoke(null);

            String types = made.getClass().getMethod("all").invoke(made).toString();
            assertTrue(types.contains("Conv2d"), types);
            Class<?> arguments = loader.loadClass("convas.operator.Arguments");
            Object optional = made.getClass().getMethod("find", String.class).invoke(made, "ReLU");
            Object relu = optional.getClass().getMethod("get").invoke(optional);
            Class<?> shape = loader.loadClass("convas.operator.TensorShape");
            Object input = shape.getMethod("of", long[].class).invoke(null, (Object) new long[] {3, 4, 4});
            Object found = loader.loadClass(Primitive.class.getName())
                    .getMethod("infer", arguments, List.class)
                    .invoke(relu, arguments.getField("NONE").get(null), List.of(input));
            assertEquals("Inference[outputs=[[3, 4, 4]], problems=[]]", found.toString());
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
