package convas.profiling.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.json.FiniteJson;
import convas.profiling.CeilingsJson;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileEvent.Failed;
import convas.profiling.ProfileEvent.Finished;
import convas.profiling.ProfileEvent.Phase;
import convas.profiling.ProfileEvent.Progress;
import convas.profiling.ProfileJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the measuring process says, as JSON objects. Where a profile is kept is for who reads that to say. */
public final class ProfileEventJson {
    private ProfileEventJson() {}

    /** @throws IllegalArgumentException where it is nothing that the process says, as that it was stopped */
    public static ObjectNode write(ProfileEvent event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (event instanceof Finished finished) {
            json.set("profile", ProfileJson.write(finished.profile()));
            json.set("ceilings", CeilingsJson.write(finished.ceilings()));
        } else if (event instanceof Progress progress) {
            json.put("phase", progress.phase().name().toLowerCase(Locale.ROOT))
                    .<ObjectNode>set("done", FiniteJson.number(progress.done()));
        } else if (event instanceof Failed failed) {
            failed.problems().forEach(json.putArray("problems")::add);
        } else {
            throw new IllegalArgumentException(event.toString());
        }
        return json;
    }

    /** Nothing where the object is no event. */
    static Optional<ProfileEvent> read(JsonNode json) {
        try {
            if (json.has("profile")) {
                return Optional.of(new Finished(
                        ProfileJson.read(json.get("profile")),
                        CeilingsJson.read(json.path("ceilings")),
                        Optional.empty(),
                        List.of()));
            } else if (json.has("phase")) {
                Phase phase = Phase.valueOf(json.get("phase").asText().toUpperCase(Locale.ROOT));
                return Optional.of(new Progress(phase, json.path("done").asDouble()));
            } else if (json.has("problems")) {
                List<String> problems = new ArrayList<>();
                json.get("problems").forEach(problem -> problems.add(problem.asText()));
                return Optional.of(new Failed(problems));
            }
            return Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
