package convas.training.archive;

import convas.graph.Value;
import convas.training.recipe.Recipe;
import convas.training.run.RunCard;
import convas.training.run.StoredRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run trained: runs with the same identity differ in chance alone, or in how far they got. The program stands for the
 * design with all modules expanded and all variables set; names play no part.
 *
 * @param program the program's digest; for a run whose card has none, what is known of its program instead
 * @param recipe all its fields but the seed, and where the data lies where its digest is known
 * @param data the digest of the data, empty where unknown
 */
record RunIdentity(List<Object> program, Map<String, String> recipe, String data) {
    RunIdentity {
        program = List.copyOf(program);
        recipe = Map.copyOf(recipe);
    }

    static RunIdentity of(StoredRun run) {
        Optional<RunCard> card = run.card();
        String data = card.map(RunCard::datasetDigest).orElse("");
        Map<String, Value> recipe = run.recipe().map(Recipe::write).orElse(Map.of());
        Map<String, String> fields = new LinkedHashMap<>(DesignFields.flat(recipe));
        fields.remove("seed");
        if (!data.isEmpty()) {
            fields.remove("dataset.path");
        }
        if (run.recipe().isEmpty()) {
            // What is not known is like nothing else.
            fields.put("", run.folder().toString());
        }
        return new RunIdentity(program(run), fields, data);
    }

    private static List<Object> program(StoredRun run) {
        Optional<String> digest = run.card().map(RunCard::program);
        if (digest.isPresent()) {
            return List.of(digest.get());
        }
        return List.of(
                run.design().map(DesignFields::of).<Object>map(fields -> fields).orElseGet(run::folder),
                run.card()
                        .map(card -> card.parameters() + " " + Objects.toString(card.macs()))
                        .orElse(""));
    }
}
