package convas.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was chosen for the options of a kind; each of the class that {@link DatasetOption.Type} tells. */
public record DatasetOptions(Map<String, Object> values) {
    public DatasetOptions {
        values = Map.copyOf(values);
    }

    public Path path() {
        return (Path) value(DatasetOption.PATH);
    }

    public int height(String name) {
        return (Integer) ((List<?>) value(name)).get(0);
    }

    public int width(String name) {
        return (Integer) ((List<?>) value(name)).get(1);
    }

    public String choice(String name) {
        return (String) value(name);
    }

    public int count(String name) {
        return (Integer) value(name);
    }

    /** Empty where it is to be found out. */
    public Optional<String> name(String name) {
        return Optional.of((String) value(name)).filter(given -> !given.isEmpty());
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no option " + name);
        }
        return value;
    }
}
