package convas.analysis.lint;

import convas.analysis.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A node whose outputs nobody reads is computed, and counted, for nothing. Told of the outermost module of which that
 * is true: within a module that nobody reads, its last layer is not what stands idle.
 */
final class Unread implements Lint {
    @Override
    public String key() {
        return "analysis.lint.unread";
    }

    @Override
    public String source() {
        return "docs/counting.md";
    }

    @Override
    public List<Finding> find(Wires wires) {
        Set<String> read = readFromOutside(wires);
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (int at = 0; at < wires.steps().size(); at++) {
            Step step = wires.steps().get(at);
            if (!step.type().equals("Output") && wires.readerIndices(at).isEmpty()) {
                String idle = around(step.path()).stream()
                        .filter(module -> !read.contains(module))
                        .findFirst()
                        .orElse(step.path());
                findings.putIfAbsent(idle, Finding.warning(this, idle, "", wires.type(idle)));
            }
        }
        return List.copyOf(findings.values());
    }

    /** The modules in which some step is read by one that stands outside them. */
    private static Set<String> readFromOutside(Wires wires) {
        Set<String> read = new HashSet<>();
        for (int at = 0; at < wires.steps().size(); at++) {
            List<String> modules = around(wires.steps().get(at).path());
            for (int reader : wires.readerIndices(at)) {
                String path = wires.steps().get(reader).path();
                for (String module : modules) {
                    if (!path.startsWith(module + "/")) {
                        read.add(module);
                    }
                }
            }
        }
        return read;
    }

    /** The modules around a path, the outermost first. */
    private static List<String> around(String path) {
        List<String> modules = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            modules.add(path.substring(0, slash));
        }
        return modules;
    }
}
