package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.operator.Module;
import convas.operator.ModuleLibrary;
import convas.operator.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The modules that come with the program and those of the user's library, with their parameters. */
@Command(mixinStandardHelpOptions = true)
final class ModulesCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    ModulesCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        ModuleLibrary.Contents library = parts.library().get();
        List<Module> modules = parts.catalog().get().all().stream()
                .filter(Module.class::isInstance)
                .map(Module.class::cast)
                .toList();
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (Module module : modules) {
                    print(module, file(module, library), out);
                }
                out.writeEndArray();
            });
        } else {
            modules.forEach(module -> print(module, file(module, library)));
        }
        library.broken()
                .forEach(broken -> console.problems(
                        console.err(), parts.texts(), broken.file().toString(), broken.problems()));
        return ExitCode.FINE;
    }

    /** Where a module of the user's comes from; absent for one that comes with the program. */
    private static Optional<String> file(Module module, ModuleLibrary.Contents library) {
        return Optional.ofNullable(library.files().get(module.type())).map(Path::toString);
    }

    private void print(Module module, Optional<String> file) {
        List<String> parameters =
                module.parameters().stream().map(ModulesCommand::signature).toList();
        console.out().println(module.type() + "(" + String.join(", ", parameters) + ")");
        String doc = module.doc(parts.texts().locale());
        if (!doc.isEmpty()) {
            console.out().println("    " + doc);
        }
        if (!module.paper().isEmpty()) {
            console.out().println("    " + module.paper());
        }
        console.out()
                .println("    "
                        + file.map(path -> parts.texts().get("cli.modules.library", path))
                                .orElseGet(() -> parts.texts().get("cli.modules.builtin")));
    }

    /** {@code ratio=2}, or {@code out_channels} where a value must be given. */
    private static String signature(Parameter<?> parameter) {
        return parameter.fallback().map(value -> parameter.name() + "=" + value).orElse(parameter.name());
    }

    private void print(Module module, Optional<String> file, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", module.type());
        out.writeStringField("category", module.category());
        out.writeStringField("doc", module.doc(parts.texts().locale()));
        out.writeStringField("paper", module.paper());
        out.writeStringField("from", file.isPresent() ? "library" : "convas");
        if (file.isPresent()) {
            out.writeStringField("file", file.get());
        }
        out.writeArrayFieldStart("parameters");
        for (Parameter<?> parameter : module.parameters()) {
            out.writeStartObject();
            out.writeStringField("name", parameter.name());
            out.writeStringField("type", parameter.kind().name().toLowerCase(java.util.Locale.ROOT));
            out.writeBooleanField("required", parameter.isRequired());
            if (parameter.fallback().isPresent()) {
                out.writeStringField(
                        "default", String.valueOf(parameter.fallback().get()));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
