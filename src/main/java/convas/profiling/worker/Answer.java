package convas.profiling.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.graph.json.FiniteJson;
import convas.profiling.Ceilings;
import convas.profiling.CeilingsJson;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileEvent.Failed;
import convas.profiling.ProfileEvent.Phase;
import convas.profiling.ProfileEvent.Progress;
import convas.profiling.ProfileJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the measuring process says. */
public sealed interface Answer {
    /** Progress or Failed, to be handed on. */
    record Told(ProfileEvent event) implements Answer {}

    /** @param ceilings where they were asked for */
    record Done(Profile profile, Optional<Ceilings> ceilings) implements Answer {}

    default ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (this instanceof Done done) {
            json.set("profile", ProfileJson.write(done.profile()));
            done.ceilings().ifPresent(ceilings -> json.set("ceilings", CeilingsJson.write(ceilings)));
        } else if (this instanceof Told told && told.event() instanceof Progress progress) {
            json.put("phase", progress.phase().name().toLowerCase(Locale.ROOT))
                    .<ObjectNode>set("done", FiniteJson.number(progress.done()));
        } else if (this instanceof Told told && told.event() instanceof Failed failed) {
            failed.problems().forEach(json.putArray("problems")::add);
        }
        return json;
    }

    /** Nothing where the object is no answer. */
    static Optional<Answer> read(JsonNode json) {
        try {
            if (json.has("profile")) {
                return Optional.of(new Done(
                        ProfileJson.read(json.get("profile")),
                        Optional.ofNullable(json.get("ceilings")).map(CeilingsJson::read)));
            } else if (json.has("phase")) {
                Phase phase = Phase.valueOf(json.get("phase").asText().toUpperCase(Locale.ROOT));
                return Optional.of(
                        new Told(new Progress(phase, json.path("done").asDouble())));
            } else if (json.has("problems")) {
                List<String> problems = new ArrayList<>();
                json.get("problems").forEach(problem -> problems.add(problem.asText()));
                return Optional.of(new Told(new Failed(problems)));
            }
            return Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
