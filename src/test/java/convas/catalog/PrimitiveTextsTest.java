package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import convas.operator.NodeType;
import convas.operator.Parameter;
import convas.operator.Primitive;
import convas.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a primitive says to a user is there, in English and in Chinese. */
class PrimitiveTextsTest {
    static Stream<PrimitiveCase> refused() throws IOException {
        return PrimitiveCase.refused().stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPrimitiveAndEveryParameterIsDescribed(String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> missing = new ArrayList<>();
        for (NodeType type : BuiltinCatalog.create().all()) {
            if (!(type instanceof Primitive)) {
                continue;
            }
            // A text that no bundle has is shown as its key.
            if (type.doc(locale).startsWith("primitive.")) {
                missing.add(type.type());
            }
            for (Parameter<?> parameter : type.parameters()) {
                if (type.parameterDoc(parameter.name(), locale).isEmpty()) {
                    missing.add(type.type() + "." + parameter.name());
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String house : List.of("primitive", "operator")) {
            assertEquals(keys(house + ".properties"), keys(house + "_zh.properties"));
        }
    }

    private static TreeSet<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            properties.load(in);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void everyProblemHasASentenceInBothLanguages(PrimitiveCase each) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            each.infer().problems().forEach(problem -> {
                String sentence = problem.at("node").sentence(new Texts(locale));
                assertFalse(sentence.startsWith(problem.key()), sentence);
                assertFalse(sentence.contains("{"), sentence);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfParameterHasASentenceForAWrongValue(Parameter.Kind kind) {
        assertFalse(new Texts(Locale.ENGLISH)
                .get("operator.parameter." + kind, "x", "a, b")
                .startsWith("operator"));
    }

    @Test
    void aGroupProblemNamesBothChannelCountsAndTheGroups() throws IOException {
        String sentence = refused()
                .filter(each -> each.toString().contains("\"groups\":3}[[1,6,4,4]]"))
                .findFirst()
                .orElseThrow()
                .infer()
                .problems()
                .get(0)
                .at("stem")
                .line(new Texts(Locale.ENGLISH));

        assertEquals(
                "stem.groups: groups must divide both channel counts: 6 input channels and 4 output channels cannot"
                        + " both be cut into 3 groups.",
                sentence);
    }
}
