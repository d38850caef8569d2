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

    /**
     * The edit of a whole design that changes this sheet alone; a design without the sheet stays as it is. Of a module's
     * body the edit sees the outputs too, as {@link ModuleBody#wired} has them, so that they follow what it does.
     */
    public UnaryOperator<Design> lift(UnaryOperator<Sheet> edit) {
        return design -> module.isEmpty() ? inDesign(design, edit) : inBody(design, module.get(), edit);
    }

    private static Design inDesign(Design design, UnaryOperator<Sheet> edit) {
        Sheet after = edit.apply(design.sheet());
        return after.equals(design.sheet()) ? design : design.withSheet(after);
    }

    private static Design inBody(Design design, String type, UnaryOperator<Sheet> edit) {
        ModuleBody before = design.modules().get(type);
        if (before == null) {
            return design;
        }
        ModuleBody after = before.rewired(edit.apply(before.wired()));
        if (after.equals(before)) {
            return design;
        }
        Map<String, ModuleBody> modules = new LinkedHashMap<>(design.modules());
        modules.put(type, after);
        return design.withModules(modules);
    }
}
