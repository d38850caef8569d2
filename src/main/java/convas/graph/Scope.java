package convas.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which sheet of a design is meant: its own, or the body of a module that it defines.
 *
 * @param module the module's type, or empty for the design's own sheet
 */
public record Scope(Optional<String> module) {
    public static final Scope DESIGN = new Scope(Optional.empty());

    public static Scope module(String type) {
        return new Scope(Optional.of(type));
    }

    /** The sheet meant, if the design has it. */
    public Optional<Sheet> in(Design design) {
        return module.isEmpty()
                ? Optional.of(design.sheet())
                : Optional.ofNullable(design.modules().get(module.get())).map(ModuleBody::sheet);
    }

    /** The edit of a whole design that changes this sheet alone; a design without the sheet stays as it is. */
    public UnaryOperator<Design> lift(UnaryOperator<Sheet> edit) {
        return design -> {
            Optional<Sheet> before = in(design);
            if (before.isEmpty()) {
                return design;
            }
            Sheet after = edit.apply(before.get());
            if (after.equals(before.get())) {
                return design;
            }
            if (module.isEmpty()) {
                return design.withSheet(after);
            }
            Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
            modules.computeIfPresent(module.get(), (type, body) -> body.withSheet(after));
            return design.withModules(modules);
        };
    }
}
