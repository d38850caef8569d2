package convas.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A design: a network as a graph, its variables, the modules it defines itself, and how it is to be trained. Immutable;
 * every edit makes a new one.
 *
 * @param requirements what must hold among the variables
 * @param let values named once over the variables
 * @param training the recipe as written; only {@code convas.training} knows what it means
 * @param bookmarks places to come back to, by name; one of a single digit has that digit's key
 * @param view how it is shown
 * @param extras fields that this version does not know, kept as they were
 */
public record Design(
        String name,
        String description,
        Map<String, Variable> variables,
        List<Requirement> requirements,
        Map<String, Value> let,
        Sheet sheet,
        Map<String, ModuleBody> modules,
        Map<String, Value> training,
        Map<String, Bookmark> bookmarks,
        View view,
        Map<String, Value> extras) {
    public Design {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        requirements = List.copyOf(requirements);
        let = Collections.unmodifiableMap(new LinkedHashMap<>(let));
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
        training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
        bookmarks = Collections.unmodifiableMap(new LinkedHashMap<>(bookmarks));
        extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** A design with nothing in it. */
    public static Design empty(String name) {
        return new Design(
                name,
                "",
                Map.of(),
                List.of(),
                Map.of(),
                Sheet.EMPTY,
                Map.of(),
                Map.of(),
                Map.of(),
                View.PLAIN,
                Map.of());
    }

    public Graph graph() {
        return sheet.graph();
    }

    public Layout layout() {
        return sheet.layout();
    }

    public Design withName(String changed) {
        return new Design(
                changed, description, variables, requirements, let, sheet, modules, training, bookmarks, view, extras);
    }

    public Design withDescription(String changed) {
        return new Design(
                name, changed, variables, requirements, let, sheet, modules, training, bookmarks, view, extras);
    }

    public Design withSheet(Sheet changed) {
        return new Design(
                name, description, variables, requirements, let, changed, modules, training, bookmarks, view, extras);
    }

    public Design withModules(Map<String, ModuleBody> changed) {
        return new Design(
                name, description, variables, requirements, let, sheet, changed, training, bookmarks, view, extras);
    }

    public Design withVariables(Map<String, Variable> changed) {
        return new Design(
                name, description, changed, requirements, let, sheet, modules, training, bookmarks, view, extras);
    }

    public Design withLet(Map<String, Value> changed) {
        return new Design(
                name, description, variables, requirements, changed, sheet, modules, training, bookmarks, view, extras);
    }

    public Design withTraining(Map<String, Value> changed) {
        return new Design(
                name, description, variables, requirements, let, sheet, modules, changed, bookmarks, view, extras);
    }

    public Design withBookmarks(Map<String, Bookmark> changed) {
        return new Design(
                name, description, variables, requirements, let, sheet, modules, training, changed, view, extras);
    }

    public Design withView(View changed) {
        return new Design(
                name, description, variables, requirements, let, sheet, modules, training, bookmarks, changed, extras);
    }

    public Design withExtras(Map<String, Value> changed) {
        return new Design(
                name, description, variables, requirements, let, sheet, modules, training, bookmarks, view, changed);
    }
}
