package convas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence in every language. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/convas/text");
    /** A sentence that a design brings along in both languages: each takes its own. */
    private static final String BROUGHT_ALONG = "analysis.requires";

    private static final Pattern COUNTED =
            Pattern.compile("\\{\\d} (?:[a-z]+ )?(?:nodes|wires|notes|images|samples|files|"
                    + "classes|labels|runs|epochs|errors|warnings|hints|problems|inputs|outputs|axes|channels|units|positions|"
                    + "threads|processors|differences|seconds|tensors|weights|batches|steps|groups|primitives|modules|branches|"
                    + "values|numbers|scores|rows|times)\\b(?!/s)");
    /**
     * Where the number is a limit, is always greater than one, stands beside another one ("from 1 to 8 channels", "1 of
     * 3 epochs"), or where another sentence is there for one.
     */
    private static final Set<String> ALWAYS_SEVERAL = Set.of(
            "analysis.lint.fragments",
            "analysis.lint.ghost",
            "analysis.lint.groups",
            "analysis.lint.unmixed",
            "analysis.tooManyNodes",
            "analysis.tooMuchWork",
            "cli.train.early",
            "clitrain.runs.several",
            "compiler.weights.too-large",
            "datasurvey.classes.many",
            "editorpanels.status.error.many",
            "editorpanels.status.hint.many",
            "editorpanels.status.warning.many",
            "editortraining.confusionLarge",
            "editortraining.early",
            "editortraining.tested",
            "graph.json.values",
            "operatordocs.index.intro",
            "operatordocs.repeat",
            "primitive.groups",
            "primitive.groups.channels",
            "primitive.slopes",
            "profilereport.design.large",
            "training.batch-too-large",
            "training.class-weights.count");
    /** Where the word is a verb, or belongs to what stands before the place. */
    private static final Set<String> NO_NUMBER = Set.of(
            "analysis.expression.sameKind",
            "analysis.module.depth",
            "catalog.library.depth",
            "dataset.folder.classes",
            "dataset.not-image",
            "datasurvey.structure.wrapped",
            "editor.open.partly",
            "training.data-not-finite",
            "training.loss.classes");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @ParameterizedTest
    @MethodSource("houses")
    void englishAndChineseHaveTheSameKeys(String house) throws IOException {
        Set<String> chinese = new TreeSet<>(bundle(house + "_zh").stringPropertyNames());
        // What a preset is stands in its own file, in English; only the translation stands here.
        chinese.removeIf(key -> key.startsWith(house + ".preset."));
        assertEquals(new TreeSet<>(bundle(house).stringPropertyNames()), chinese);
    }

    @ParameterizedTest
    @MethodSource("houses")
    void bothLanguagesFillTheSamePlaces(String house) throws IOException {
        Properties english = bundle(house);
        Properties chinese = bundle(house + "_zh");
        List<String> different = new ArrayList<>();
        for (String key : english.stringPropertyNames()) {
            if (!key.equals(BROUGHT_ALONG)
                    && !places(english.getProperty(key)).equals(places(chinese.getProperty(key, "")))) {
                different.add(key);
            }
        }
        assertEquals(List.of(), different);
    }

    @ParameterizedTest
    @MethodSource("houses")
    void everySentenceIsAPatternThatCanBeFilled(String house) throws IOException {
        for (String name : new String[] {house, house + "_zh"}) {
            Properties bundle = bundle(name);
            for (String key : bundle.stringPropertyNames()) {
                // Keys of other beginnings are the command line library's own, which has other patterns.
                if (key.startsWith(house + ".")) {
                    String filled = new MessageFormat(bundle.getProperty(key), Locale.ENGLISH)
                            .format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
                    assertFalse(PLACEHOLDER.matcher(filled).find(), key + " keeps a placeholder: " + filled);
                }
            }
        }
    }

    /** "1 nodes" and "1 node(s)" are no English. */
    @ParameterizedTest
    @MethodSource("houses")
    void aWordBesideANumberGoesByItsBeingOneOrMore(String house) throws IOException {
        Properties bundle = bundle(house);
        Set<String> wrong = new TreeSet<>();
        for (String key : bundle.stringPropertyNames()) {
            String sentence = bundle.getProperty(key);
            if (sentence.contains("(s)")
                    || COUNTED.matcher(sentence).find() && !ALWAYS_SEVERAL.contains(key) && !NO_NUMBER.contains(key)) {
                wrong.add(key + " = " + sentence);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void theWordIsChosenWhetherTheNumberComesAsANumberOrAsItsDigits() {
        Texts texts = new Texts(Locale.ENGLISH);
        assertEquals("0 nodes selected.", texts.get("editorcanvas.spoken.selected", 0));
        assertEquals("1 node selected.", texts.get("editorcanvas.spoken.selected", 1));
        assertEquals("1 node selected.", texts.get("editorcanvas.spoken.selected", "1"));
        assertEquals("10 nodes selected.", texts.get("editorcanvas.spoken.selected", "10"));
        assertEquals("1,234 nodes selected.", texts.get("editorcanvas.spoken.selected", "1,234"));
    }

    static List<String> houses() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_zh"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
