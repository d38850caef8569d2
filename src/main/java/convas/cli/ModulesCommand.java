package convas.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.operator.Module;
import convas.operator.Parameter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The modules that come with the program, and their parameters. */
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
        List<Module> modules = parts.catalog().get().all().stream()
                .filter(Module.class::isInstance)
                .map(Module.class::cast)
                .toList();
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (Module module : modules) {
                    print(module, out);
                }
                out.writeEndArray();
            });
        } else {
            modules.forEach(this::print);
        }
        return ExitCode.FINE;
    }

    private void print(Module module) {
        List<String> parameters =
                module.parameters().stream().map(ModulesCommand::signature).toList();
        console.out().println(module.type() + "(" + String.join(", ", parameters) + ")");
        console.out().println("    " + module.doc(parts.texts().locale()));
        if (!module.paper().isEmpty()) {
            console.out().println("    " + module.paper());
        }
    }

    /** {@code ratio=2}, or {@code out_channels} where a value must be given. */
    private static String signature(Parameter<?> parameter) {
        return parameter.fallback().map(value -> parameter.name() + "=" + value).orElse(parameter.name());
    }

    private void print(Module module, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", module.type());
        out.writeStringField("category", module.category());
        out.writeStringField("doc", module.doc(parts.texts().locale()));
        out.writeStringField("paper", module.paper());
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
