package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every task of the tutorial is tried by a test of its name, and every such test is a task. */
class TutorialTest {
    private static final Path TUTORIAL = LiveEditor.project("docs", "tutorial.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^## \\d+\\. (.+)$");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");

    private static final Pattern ITALICS = Pattern.compile("(?<!\\*)\\*([^*\n]+)\\*(?!\\*)");
    private static final Pattern ID = Pattern.compile("\"id\": *\"([^\"]+)\"");

    private static Set<String> headings() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = HEADING.matcher(Files.readString(TUTORIAL));
        while (matcher.find()) {
            String[] words = matcher.group(1).split("\\W+");
            names.add(words[0].toLowerCase(java.util.Locale.ROOT)
                    + Arrays.stream(words)
                            .skip(1)
                            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                            .collect(Collectors.joining()));
        }
        return names;
    }

    @Test
    void headingsAndTestsAreTheSame() throws IOException {
        Set<String> tests = Stream.of(
                        TutorialDrawingUiTest.class,
                        TutorialCountingUiTest.class,
                        TutorialRunningUiTest.class,
                        TutorialFinishingUiTest.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(headings(), tests);
        assertEquals(12, tests.size());
    }

    /** What the tutorial sets in italics is a node type, a preset, a node of one, or stands so in the window. */
    @Test
    void theWordsOfTheTutorialAreThoseOfTheWindow() throws IOException {
        Set<String> known = new TreeSet<>();
        BuiltinCatalog.create().all().forEach(type -> known.add(type.type()));
        for (Path preset : files(LiveEditor.project("presets"), "digits-.*[.]json")) {
            known.add(preset.getFileName().toString().replace(".json", ""));
            Matcher ids = ID.matcher(Files.readString(preset));
            while (ids.find()) {
                known.add(ids.group(1));
            }
        }
        for (Path bundle : files(LiveEditor.project("src/main/resources/convas/text"), "editor[a-z]*[.]properties")) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                texts.load(reader);
            }
            // Without a button's sign, a dialog's dots and a prompt's example.
            texts.values()
                    .forEach(text -> known.add(
                            text.toString().replaceFirst("^[^A-Za-z]+", "").replaceFirst("(:.*| \u2026)$", "")));
        }
        Set<String> unknown = new TreeSet<>();
        Matcher words = ITALICS.matcher(Files.readString(TUTORIAL));
        while (words.find()) {
            unknown.addAll(List.of(words.group(1).split(", ")));
        }
        unknown.removeAll(known);
        assertEquals(Set.of(), unknown);
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .toList();
        }
    }

    @Test
    void thePicturesAreThere() throws IOException {
        Matcher matcher = PICTURE.matcher(Files.readString(TUTORIAL));
        while (matcher.find()) {
            assertTrue(Files.exists(TUTORIAL.resolveSibling(matcher.group(1))), matcher.group(1));
        }
    }
}
