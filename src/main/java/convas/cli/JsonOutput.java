package convas.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import convas.text.ControlCharacters;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Results for programs: one JSON value, then a line feed. A number that is none, or is infinite, is null: JSON has no other
 * word for it, and a text in a column of numbers would be one more kind to look for.
 */
public final class JsonOutput {
    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private JsonOutput() {}

    /** @param pretty whether to lay it out in lines; else it is one line */
    public static void print(PrintWriter to, boolean pretty, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new Finite(new JsonFactory().createGenerator(text))) {
            if (pretty) {
                out.setPrettyPrinter(new DefaultPrettyPrinter()
                        .withSeparators(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
            }
            body.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory cannot fail to be written", impossible);
        }
        // Within the texts of JSON, which alone can have these characters, an escape means the same.
        to.write(ControlCharacters.escapedLines(text.toString()));
        to.println();
        to.flush();
    }

    /** Writes null for what is no number. */
    private static final class Finite extends JsonGeneratorDelegate {
        private Finite(JsonGenerator to) {
            super(to, false);
        }

        @Override
        public void writeNumber(double value) throws IOException {
            if (Double.isFinite(value)) {
                super.writeNumber(value);
            } else {
                super.writeNull();
            }
        }

        @Override
        public void writeNumber(float value) throws IOException {
            if (Float.isFinite(value)) {
                super.writeNumber(value);
            } else {
                super.writeNull();
            }
        }
    }
}
