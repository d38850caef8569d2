package convas.training.data;

import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.Datasets;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.graph.json.Reading;
import convas.training.recipe.DataRecipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits where a design's data is. */
public final class DataPaths {
    private DataPaths() {}

    /** The path that the recipe names; empty where it names none. */
    public static Optional<String> path(DataRecipe data) {
        return data.options().get(DatasetOption.PATH) instanceof Value.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /**
     * The design with its data's path absolute, so that it means the same from every folder.
     *
     * @param source the design's file, to whose folder a path in it is relative; without one it is the working folder
     */
    public static Design absolute(Design design, Optional<Path> source) {
        Optional<DataRecipe> data = DataRecipe.of(design.training());
        Optional<String> path = data.flatMap(DataPaths::path);
        return path.isEmpty() ? design : with(design, data.get(), resolve(path.get(), source));
    }

    /** The path absolute; see {@link #absolute}. */
    public static Path resolve(String path, Optional<Path> source) {
        Path folder = source.map(file -> file.toAbsolutePath().getParent()).orElse(Path.of(""));
        return folder.resolve(path).toAbsolutePath().normalize();
    }

    /** The design with the recipe's data at {@code path}. */
    public static Design with(Design design, DataRecipe data, Path path) {
        Map<String, Value> options = new LinkedHashMap<>();
        options.put(DatasetOption.PATH, new Value.Text(path.toString()));
        data.options().forEach(options::putIfAbsent);
        return with(design, data.withOptions(options));
    }

    /**
     * The design trained with what is at {@code path}: with the recipe's own kind where that takes files and can be what is
     * there, else with the kind that it looks like.
     *
     * @return absent, with the reason, where it looks like none
     */
    public static Reading<Design> at(Design design, Path path, Datasets datasets) {
        Path absolute = path.toAbsolutePath().normalize();
        Optional<DataRecipe> now = DataRecipe.of(design.training());
        Optional<DatasetKind> kind = now.flatMap(data -> datasets.find(data.type()));
        Optional<DatasetKind> looksLike = datasets.recognise(absolute);
        if (now.isPresent()
                && kind.isPresent()
                && kind.get().isFromFiles()
                && (looksLike.isEmpty() || looksLike.equals(kind) || kind.get().recognises(absolute))) {
            return new Reading<>(Optional.of(with(design, now.get(), absolute)), List.of());
        } else if (looksLike.isPresent()) {
            DataRecipe data = DataRecipe.named(looksLike.get().name());
            return new Reading<>(Optional.of(with(design, data, absolute)), List.of());
        }
        String key = Files.exists(absolute) ? "dataset.path.unknown" : "dataset.path.missing";
        return new Reading<>(Optional.empty(), List.of(Diagnostic.error("", "", key, absolute)));
    }

    /** The design with another data part in its recipe, the rest of which stays as it is written. */
    public static Design with(Design design, DataRecipe data) {
        Map<String, Value> training = new LinkedHashMap<>();
        training.put("dataset", data.write());
        design.training().forEach((name, value) -> {
            if (!name.equals("dataset")) {
                training.put(name, value);
            }
        });
        return design.withTraining(training);
    }
}
