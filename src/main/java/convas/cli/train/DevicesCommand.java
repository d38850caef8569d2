package convas.cli.train;

import convas.cli.Console;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Parts;
import convas.training.EngineInfo;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the engine can compute on here. */
@Command(mixinStandardHelpOptions = true)
public final class DevicesCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    public DevicesCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        EngineInfo engine;
        try {
            engine = parts.training().get().engine();
        } catch (IOException broken) {
            console.err().println(broken.getMessage());
            return ExitCode.ERRORS;
        }
        if (json) {
            JsonOutput.print(console.out(), true, out -> {
                out.writeStartObject();
                out.writeStringField("engine", engine.engine());
                out.writeNumberField("processors", engine.processors());
                out.writeArrayFieldStart("devices");
                for (String device : engine.devices()) {
                    out.writeString(device);
                }
                out.writeEndArray();
                out.writeEndObject();
            });
        } else {
            console.out()
                    .println(parts.texts()
                            .get(
                                    "clitrain.devices",
                                    engine.engine(),
                                    String.join(", ", engine.devices()),
                                    engine.processors()));
        }
        return ExitCode.FINE;
    }
}
