package convas.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A text that carries its own translations, as JSON bodies do: {@code {"en": "...", "zh": "..."}}, or one plain
 * string for every language.
 *
 * @param byLanguage language code to text; a plain string stands under {@code ""}
 */
public record LocalText(Map<String, String> byLanguage) {
    public static final LocalText NONE = new LocalText(Map.of());

    public LocalText {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static LocalText plain(String text) {
        return new LocalText(Map.of("", text));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The text in {@code locale}'s language, else in English, else any, else empty. */
    public String in(Locale locale) {
        for (String language : new String[] {locale.getLanguage(), "en", ""}) {
            String text = byLanguage.get(language);
            if (text != null) {
                return text;
            }
        }
        return byLanguage.values().stream().findFirst().orElse("");
    }
}
