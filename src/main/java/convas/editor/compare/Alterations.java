package convas.editor.compare;

import convas.analysis.NodeReport;
import convas.editor.Figures;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.ParameterDeclaration;
import convas.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the values that differ. */
final class Alterations {
    private Alterations() {}

    /** What differs between two nodes of one path, wires aside. */
    static List<Alteration> of(Node before, Node after) {
        List<Alteration> altered = new ArrayList<>();
        value(altered, "type", before.type(), after.type());
        map(altered, "", before.params(), after.params(), Value::display);
        optional(
                altered,
                "repeat",
                before.repeat().map(Value::display),
                after.repeat().map(Value::display));
        optional(
                altered, "when", before.when().map(Value::display), after.when().map(Value::display));
        optional(altered, "shares", before.shares(), after.shares());
        value(altered, "muted", Boolean.toString(before.muted()), Boolean.toString(after.muted()));
        map(altered, "", before.extras(), after.extras(), Value::display);
        return altered;
    }

    /** What differs between two modules of one name, their graphs aside. */
    static List<Alteration> of(ModuleBody before, ModuleBody after) {
        List<Alteration> altered = new ArrayList<>();
        value(altered, "inputs", before.inputs().toString(), after.inputs().toString());
        map(altered, "output ", before.outputs(), after.outputs(), Object::toString);
        map(altered, "let ", before.let(), after.let(), Value::display);
        map(altered, "parameter ", before.params(), after.params(), Alterations::declared);
        return altered;
    }

    private static String declared(ParameterDeclaration parameter) {
        return parameter.type()
                + parameter.fallback().map(value -> " = " + value.display()).orElse("");
    }

    static <T> void map(
            List<Alteration> altered,
            String prefix,
            Map<String, T> before,
            Map<String, T> after,
            Function<T, String> shown) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            T old = before.get(name);
            T now = after.get(name);
            optional(
                    altered,
                    prefix + name,
                    Optional.ofNullable(old).map(shown),
                    Optional.ofNullable(now).map(shown));
        }
    }

    static void value(List<Alteration> altered, String name, String before, String after) {
        optional(altered, name, Optional.of(before), Optional.of(after));
    }

    private static void optional(
            List<Alteration> altered, String name, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            altered.add(new Alteration(name, before, after));
        }
    }

    /** The shapes of all outputs. */
    static String shapes(NodeReport report) {
        return Figures.shapes(report.outputs());
    }
}
