package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import convas.graph.json.FiniteJson;
import convas.text.ControlCharacters;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Results for programs: one JSON value, then a line feed. What is no number is null, see
 * {@link FiniteJson}.
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
        try (JsonGenerator out = new FiniteJson().createGenerator(text)) {
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
}
