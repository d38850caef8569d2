package convas.operator;

import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The modules that a user keeps for every design. */
public interface ModuleLibrary {
    /** What the library holds now. Never fails: what cannot be used is told and left out. */
    Contents read();

    /**
     * Keeps a module, in place of the one of its name.
     *
     * @return why it was refused; empty where it is kept
     * @throws IOException where it could not be written; what was there before is whole then
     */
    List<Diagnostic> save(ModuleBody body) throws IOException;

    /**
     * A library at one moment.
     *
     * @param modules usable in every design
     * @param files the file of each module, by its type
     * @param broken files that hold no usable module
     */
    record Contents(List<Module> modules, Map<String, Path> files, List<Broken> broken) {
        public static final Contents NOTHING = new Contents(List.of(), Map.of(), List.of());

        public Contents {
            modules = List.copyOf(modules);
            files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
            broken = List.copyOf(broken);
        }

        /** The design with every module of the library that it uses among its own, so that it needs no library. */
        public Design completed(Design design) {
            Map<String, ModuleBody> shelf = new LinkedHashMap<>();
            modules.forEach(module -> shelf.put(module.type(), module.body()));
            Map<String, ModuleBody> own = new LinkedHashMap<>(design.modules());
            Deque<Collection<Node>> open =
                    new ArrayDeque<>(List.of(design.graph().nodes()));
            design.modules()
                    .values()
                    .forEach(body -> open.add(body.sheet().graph().nodes()));
            while (!open.isEmpty()) {
                for (Node node : open.remove()) {
                    ModuleBody body = shelf.get(node.type());
                    if (body != null && own.putIfAbsent(node.type(), body) == null) {
                        open.add(body.sheet().graph().nodes());
                    }
                }
            }
            return own.size() == design.modules().size() ? design : design.withModules(own);
        }
    }

    /** A file that cannot be used, and everything that is wrong with it. */
    record Broken(Path file, List<Diagnostic> problems) {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
