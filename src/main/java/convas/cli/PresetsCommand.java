package convas.cli;

import convas.graph.Design;
import convas.graph.json.DesignFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The designs that come with the program. */
@Command(mixinStandardHelpOptions = true)
final class PresetsCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    PresetsCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> names = parts.presets().names();
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartArray();
                for (String name : names) {
                    out.writeStartObject();
                    out.writeStringField("name", name);
                    out.writeStringField("description", description(name));
                    out.writeEndObject();
                }
                out.writeEndArray();
            });
            return ExitCode.FINE;
        }
        TextTable table = new TextTable(
                List.of(parts.texts().get("cli.presets.name"), parts.texts().get("cli.presets.description")), 2);
        names.forEach(name -> table.add(List.of(name, description(name))));
        table.print(console.out());
        return ExitCode.FINE;
    }

    private String description(String name) {
        Optional<Design> design = parts.presets()
                .read(name)
                .flatMap(bytes -> new DesignFormat().read(bytes).value());
        return design.map(Design::description).orElse("");
    }
}
