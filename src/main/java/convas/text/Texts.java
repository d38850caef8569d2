package convas.text;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Looks up sentences in the resource bundles {@code convas/text/HOUSE.properties}, where HOUSE is the key's first
 * segment: {@code primitive.groups} stands in {@code primitive.properties}. Placeholders are {@code {0}}, {@code {1}};
 * arguments appear exactly as given, without digit grouping. A word that goes by a number's being one or more stands in
 * the sentence beside it, <code>{0} {0,choice,0#epochs|1#epoch|1&lt;epochs}</code>; the argument may be a number or its
 * digits. A key that no bundle has is shown as itself, so that a missing translation never hides a message.
 */
public final class Texts {
    private final Locale locale;

    public Texts(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The sentence for {@code key}, or the key and its arguments where there is none. */
    public String get(String key, Object... arguments) {
        return get(key, List.of(arguments));
    }

    /** The sentence for {@code key}, or the key and its arguments where there is none. */
    public String get(String key, List<?> arguments) {
        return find(key, arguments).orElseGet(() -> arguments.isEmpty() ? key : key + " " + arguments);
    }

    /** The sentence for {@code key} where some bundle has it. */
    public Optional<String> find(String key, List<?> arguments) {
        return pattern(key).map(pattern -> {
            MessageFormat format = new MessageFormat(pattern, locale);
            Format[] places = format.getFormats();
            for (int place = 0; place < places.length; place++) {
                if (places[place] == null) {
                    format.setFormat(place, new AsGiven());
                } else if (places[place] instanceof ChoiceFormat choice) {
                    format.setFormat(place, new ByNumber(choice));
                }
            }
            return format.format(arguments.toArray());
        });
    }

    private Optional<String> pattern(String key) {
        int dot = key.indexOf('.');
        String house = dot < 0 ? key : key.substring(0, dot);
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "convas.text." + house,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }

    /** Writes whatever it is given as its own text: other formats write numbers as their language does. */
    private static final class AsGiven extends Format {
        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(Object argument, StringBuffer into, FieldPosition position) {
            return into.append(argument);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("sentences are only written");
        }
    }

    /** The word for a number of things, where the number may come as it is written, {@code 1} or {@code 1,234}. */
    private static final class ByNumber extends Format {
        private static final long serialVersionUID = 1L;
        private static final double SEVERAL = 2;

        private final ChoiceFormat choice;

        ByNumber(ChoiceFormat choice) {
            this.choice = choice;
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer into, FieldPosition position) {
            double number = SEVERAL;
            if (argument instanceof Number given) {
                number = given.doubleValue();
            } else if (String.valueOf(argument).matches("[01]")) {
                number = Double.parseDouble(String.valueOf(argument));
            }
            return choice.format(number, into, position);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("sentences are only written");
        }
    }
}
