package convas.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.cli.JsonOutput;
import convas.training.search.Search;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The frame that the findings of all searches have as JSON. */
final class FindingsJson {
    private FindingsJson() {}

    /** @param body writes the fields of its own */
    static void print(PrintWriter out, Optional<Search.End> why, List<String> problems, JsonOutput.Body body) {
        JsonOutput.print(out, true, json -> {
            json.writeStartObject();
            json.writeStringField(
                    "ended", why.map(end -> end.name().toLowerCase(Locale.ROOT)).orElse("failed"));
            json.writeArrayFieldStart("problems");
            for (String problem : problems) {
                json.writeString(problem);
            }
            json.writeEndArray();
            body.write(json);
            json.writeEndObject();
        });
    }

    static void number(JsonGenerator json, OptionalDouble value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (value.getAsDouble() == Math.rint(value.getAsDouble()) && Math.abs(value.getAsDouble()) < 1L << 53) {
            json.writeNumber((long) value.getAsDouble());
        } else {
            json.writeNumber(value.getAsDouble());
        }
    }
}
