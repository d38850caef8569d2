package convas.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    @Test
    void thePicturesAreThere() throws IOException {
        Matcher matcher = PICTURE.matcher(Files.readString(TUTORIAL));
        while (matcher.find()) {
            assertTrue(Files.exists(TUTORIAL.resolveSibling(matcher.group(1))), matcher.group(1));
        }
    }
}
