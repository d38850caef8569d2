package convas.graph.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import convas.graph.Diagnostic;
import convas.graph.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * From text to a JSON value. A field given twice and a number that no computer word holds are reported and reading goes
 * on; what is not JSON, and what is nested too deep or has too many values, ends it.
 */
final class JsonParsing {
    /** More than any design of 200,000 nodes needs; keeps a hostile file of 64 MiB from filling the heap. */
    private static final int MAX_VALUES = 4_000_000;

    /** Places are made of names; a name of megabytes would stand in each. */
    private static final int MAX_NAME = 256;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    // Ours is checked below, where the place is known.
                    .maxNestingDepth(2 * DesignFormat.MAX_NESTING)
                    .maxStringLength((int) DesignFormat.MAX_BYTES)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength((int) DesignFormat.MAX_BYTES)
                    .build())
            // A file's names would stay in memory for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Place ROOT = new Place(null, "", -1);

    private final String text;
    private final List<Diagnostic> problems;
    private int values;
    /** Where the last value began; the parser does not say where it met a limit of its own. */
    private JsonLocation reached = JsonLocation.NA;

    JsonParsing(String text, List<Diagnostic> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The object that the text is. */
    Optional<Value.Mapping> root() {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Value root = value(parser, ROOT, 1);
            if (parser.nextToken() != null) {
                JsonLocation more = parser.currentTokenLocation();
                throw new Refusal(
                        Diagnostic.error("", "", "graph.json.trailing", more.getLineNr(), more.getColumnNr()));
            }
            if (root instanceof Value.Mapping mapping) {
                return Optional.of(mapping);
            }
            problems.add(Diagnostic.error("", "", "graph.expected.object", Fields.shown(root)));
        } catch (Refusal refusal) {
            problems.add(refusal.reason);
        } catch (JsonEOFException end) {
            problems.add(at("graph.json.truncated", end));
        } catch (StreamConstraintsException beyond) {
            problems.add(at("graph.json.limit", beyond));
        } catch (JsonProcessingException wrong) {
            problems.add(at("graph.json.syntax", wrong));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Text in memory cannot fail to be read", impossible);
        }
        return Optional.empty();
    }

    private Value value(JsonParser parser, Place place, int depth) throws IOException, Refusal {
        if (++values > MAX_VALUES) {
            throw new Refusal(Diagnostic.error("", "", "graph.json.values", MAX_VALUES));
        }
        JsonToken token = parser.currentToken();
        reached = parser.currentTokenLocation();
        return switch (token) {
            case START_OBJECT -> object(parser, place, deeper(place, depth));
            case START_ARRAY -> list(parser, place, deeper(place, depth));
            case VALUE_STRING -> Value.of(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser, place);
            case VALUE_NUMBER_FLOAT -> real(parser, place);
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            default -> new Value.Nothing();
        };
    }

    private static int deeper(Place place, int depth) throws Refusal {
        if (depth > DesignFormat.MAX_NESTING) {
            // The whole place would be as deep as the file.
            String whole = place.toString();
            String start = whole.length() > 60 ? whole.substring(0, 60) + "..." : whole;
            throw new Refusal(Diagnostic.error(start, "", "graph.json.nesting", DesignFormat.MAX_NESTING));
        }
        return depth + 1;
    }

    private Value object(JsonParser parser, Place place, int depth) throws IOException, Refusal {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Value value = value(parser, new Place(place, name, -1), depth);
            if (fields.putIfAbsent(name, value) != null) {
                problems.add(Diagnostic.error(place.toString(), "", "graph.json.duplicate", name));
            }
        }
        return new Value.Mapping(fields);
    }

    private Value list(JsonParser parser, Place place, int depth) throws IOException, Refusal {
        List<Value> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, new Place(place, "", elements.size()), depth));
        }
        return new Value.Sequence(elements);
    }

    private Value whole(JsonParser parser, Place place) throws IOException {
        if (parser.getTextLength() <= 20 && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return Value.of(parser.getLongValue());
        }
        return tooLarge(parser, place);
    }

    private Value real(JsonParser parser, Place place) throws IOException {
        double value = Double.parseDouble(parser.getText());
        return Double.isFinite(value) ? Value.of(value) : tooLarge(parser, place);
    }

    private Value tooLarge(JsonParser parser, Place place) throws IOException {
        String number = parser.getText();
        String shown = number.length() > 40 ? number.substring(0, 40) + "..." : number;
        problems.add(Diagnostic.error(place.toString(), "", "graph.json.number", shown));
        return Value.of(0L);
    }

    private Diagnostic at(String key, JsonProcessingException wrong) {
        JsonLocation place = wrong.getLocation() == null ? reached : wrong.getLocation();
        return Diagnostic.error("", "", key, place.getLineNr(), place.getColumnNr(), found(place.getCharOffset()));
    }

    /** The character where JSON ended, or a name for it where it cannot be shown. */
    private String found(long offset) {
        if (offset < 0 || offset >= text.length()) {
            return "";
        }
        int character = text.codePointAt((int) offset);
        return Character.isISOControl(character) || Character.isWhitespace(character)
                ? String.format(Locale.ROOT, "U+%04X", character)
                : Character.toString(character);
    }

    /** Where a value stands; spelt out only when there is something to say of it. */
    private record Place(Place parent, String field, int index) {
        @Override
        public String toString() {
            if (parent == null) {
                return "";
            }
            return index < 0 ? Fields.place(parent.toString(), field) : parent + "[" + index + "]";
        }
    }

    /** Ends the reading, for a reason that the user is told. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Diagnostic reason;

        Refusal(Diagnostic reason) {
            super(reason.key(), null, false, false);
            this.reason = reason;
        }
    }
}
