package convas.dataset;

import java.util.List;
import java.util.Optional;

/** The datasets that a recipe may name. Immutable, and handed to whoever needs it. */
public final class Datasets {
    private final List<DatasetSource> sources;

    public Datasets(List<DatasetSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Those that come with Convas. */
    public static Datasets bundled() {
        return new Datasets(List.of(new Digits()));
    }

    public Optional<DatasetSource> find(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return sources.stream().map(DatasetSource::name).toList();
    }
}
