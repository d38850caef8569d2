package convas.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The kinds of datasets that a recipe may name. Immutable, and handed to whoever needs it. */
public final class Datasets {
    private final List<DatasetKind> kinds;

    public Datasets(List<DatasetKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    public Optional<DatasetKind> find(String name) {
        return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The kind that what is at a path looks like. */
    public Optional<DatasetKind> recognise(Path path) {
        return kinds.stream().filter(kind -> kind.recognises(path)).findFirst();
    }

    public List<DatasetKind> kinds() {
        return kinds;
    }

    public List<String> names() {
        return kinds.stream().map(DatasetKind::name).toList();
    }
}
