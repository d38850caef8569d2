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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence in every language. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/convas/text");
    /** A sentence that a design brings along in both languages: each takes its own. */
    private static final String BROUGHT_ALONG = "analysis.requires";

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
