package convas.editor.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Design;
import convas.text.Texts;
import convas.training.data.DataEdits;
import convas.training.data.DataOption;
import convas.training.data.DataSurveyor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyOptionOfEveryKindHasANameAndATip(String language) {
        Texts texts = new Texts(Locale.forLanguageTag(language));
        DataSurveyor surveyor = DataSurveyor.builtin();
        List<String> kinds = Stream.of(true, false)
                .flatMap(files -> surveyor.kinds(files).stream())
                .toList();
        assertTrue(kinds.contains("npz"), kinds.toString());
        List<String> wordless = new ArrayList<>();
        for (String kind : kinds) {
            Design design = DataEdits.kind(Design.empty("d"), kind);
            for (DataOption option : surveyor.options().of(design, Optional.empty())) {
                String key = "editordata.option." + option.name();
                if (texts.find(key, List.of()).isEmpty()
                        || texts.find(key + ".tip", List.of()).isEmpty()) {
                    wordless.add(kind + "." + option.name());
                }
            }
        }
        assertEquals(List.of(), wordless);
    }
}
