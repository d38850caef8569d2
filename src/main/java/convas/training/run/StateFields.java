package convas.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import convas.graph.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What the fields of a checkpoint's state may be; a run that begins at a place that is none would overwrite itself. */
final class StateFields {
    private static final List<String> WHOLE = List.of("epoch", "batch");
    private static final List<String> LONG = List.of("step", "hits", "images");

    private static final int LONGEST = 60;

    private final List<Diagnostic> problems = new ArrayList<>();
    private final JsonNode json;
    private final String file;

    private StateFields(JsonNode json, String file) {
        this.json = json;
        this.file = file;
    }

    static List<Diagnostic> problems(JsonNode json, String file) {
        StateFields fields = new StateFields(json, file);
        WHOLE.forEach(
                name -> fields.demand(name, fields.field(name).canConvertToInt() && fields.isCount(name), "whole"));
        LONG.forEach(name -> fields.demand(name, fields.isCount(name), "whole"));
        fields.demand(
                "seed",
                fields.field("seed").isIntegralNumber() && fields.field("seed").canConvertToLong(),
                "real");
        fields.demand("loss", fields.isFinite("loss"), "real");
        fields.demand(
                "seconds", fields.isFinite("seconds") && fields.field("seconds").doubleValue() >= 0, "number");
        // Versions before early stopping had neither.
        fields.demand(
                "best_epoch", fields.field("best_epoch").isMissingNode() || fields.isCount("best_epoch"), "whole");
        fields.demand("best", fields.field("best").isMissingNode() || fields.isFinite("best"), "real");
        return fields.problems;
    }

    private JsonNode field(String name) {
        return json.path(name);
    }

    private boolean isCount(String name) {
        JsonNode value = field(name);
        return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
    }

    private boolean isFinite(String name) {
        return field(name).isNumber() && Double.isFinite(field(name).doubleValue());
    }

    /** @param kind of value that it is to have, the end of a key */
    private void demand(String name, boolean met, String kind) {
        if (met) {
            return;
        }
        JsonNode value = field(name);
        if (value.isMissingNode()) {
            problems.add(Diagnostic.error("", "", "training.checkpoint.field.missing", file, name));
            return;
        }
        String found = value.toString();
        problems.add(Diagnostic.error(
                "",
                "",
                "training.checkpoint.field." + kind,
                file,
                name,
                found.length() > LONGEST ? found.substring(0, LONGEST) + "..." : found));
    }
}
