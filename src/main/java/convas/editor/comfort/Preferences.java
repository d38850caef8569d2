package convas.editor.comfort;

import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The rows about the look and the session. */
public final class Preferences {
    private Preferences() {}

    public static Preference theme(Texts texts, Look look) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String choice : new String[] {Look.SYSTEM, "light", "dark"}) {
            choices.put(choice, texts.get("editorcomfort.theme." + choice));
        }
        return Preference.choice(
                "preference-theme", texts.get("editorcomfort.theme"), choices, look.themeChoice(), look::chooseTheme);
    }

    public static Preference language(Texts texts, Look look) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put(Look.SYSTEM, texts.get("editorcomfort.language.system"));
        // Each in its own language, so that who cannot read this one finds the way back.
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            choices.put(locale.toLanguageTag(), locale.getDisplayLanguage(locale));
        }
        choices.putIfAbsent(look.languageChoice(), look.languageChoice());
        return Preference.choice(
                "preference-language",
                texts.get("editorcomfort.language"),
                choices,
                look.languageChoice(),
                look::chooseLanguage);
    }

    public static Preference reopening(Texts texts, Session session) {
        return Preference.yesNo(
                "preference-reopen", texts.get("editorcomfort.reopen"), session.isWanted(), session::setWanted);
    }
}
