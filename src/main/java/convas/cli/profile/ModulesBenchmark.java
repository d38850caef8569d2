package convas.cli.profile;

import convas.cli.Console;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Parts;
import convas.cli.TextTable;
import convas.file.FileReason;
import convas.file.ScratchFolder;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures light modules against plain convolutions, in inference and in training, on one thread. */
public final class ModulesBenchmark {
    private static final int BATCH = 16;
    private static final double SECONDS = 15;

    private final Parts parts;
    private final Console console;

    /** A ratio in one mode. */
    private record Row(ProfilingMode mode, ModuleRatios.Ratio ratio) {}

    public ModulesBenchmark(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** @return the command's exit code */
    public int run(boolean json) {
        List<Row> rows = new ArrayList<>();
        String processor = "";
        // What is measured here is nobody's design: it is not kept among the profiles.
        try (ScratchFolder folder = new ScratchFolder("convas-modules")) {
            for (ProfilingMode mode : ProfilingMode.values()) {
                for (ModuleRatios.Size size : ModuleRatios.SIZES) {
                    Optional<Profile> profile = profile(size, mode, folder.path());
                    if (profile.isEmpty()) {
                        return ExitCode.ERRORS;
                    }
                    processor = profile.get().machine().processor();
                    ModuleRatios.of(profile.get(), size).forEach(ratio -> rows.add(new Row(mode, ratio)));
                }
            }
        } catch (IOException refused) {
            console.err().println(parts.texts().get("profiling.write", FileReason.withFile(refused, parts.texts())));
            return ExitCode.ERRORS;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.ERRORS;
        }
        if (json) {
            print(rows, processor);
        } else {
            table(rows);
        }
        return ExitCode.FINE;
    }

    private Optional<Profile> profile(ModuleRatios.Size size, ProfilingMode mode, Path folder)
            throws InterruptedException {
        ProfileRequest request =
                new ProfileRequest(ModuleRatios.design(size), new Setting(BATCH, "cpu", mode, 1), SECONDS, folder);
        return new ProfileRun(parts, console, request.design().name())
                .follow(request)
                .map(ProfileEvent.Finished::profile);
    }

    private void table(List<Row> rows) {
        Texts texts = parts.texts();
        Quantities quantities = new Quantities(texts);
        TextTable table = new TextTable(
                List.of(
                        texts.get("cliprofile.modules.mode"),
                        texts.get("cliprofile.modules.light"),
                        texts.get("cliprofile.modules.plain"),
                        texts.get("cliprofile.modules.size"),
                        texts.get("cliprofile.modules.macs"),
                        texts.get("cliprofile.modules.time")),
                3);
        for (Row row : rows) {
            ModuleRatios.Ratio ratio = row.ratio();
            table.add(List.of(
                    texts.get("cliprofile.mode." + row.mode()),
                    ratio.light(),
                    ratio.plain(),
                    ratio.size().channels() + " @ " + ratio.size().side(),
                    quantities.number(ratio.macs()),
                    quantities.number(ratio.time())
                            + (ratio.ranked() ? "" : " " + texts.get("cliprofile.verdict.NOT_RANKED"))));
        }
        table.print(console.out());
        console.out().println(texts.get("cliprofile.modules.legend", BATCH));
        console.out().flush();
    }

    private void print(List<Row> rows, String processor) {
        JsonOutput.print(console.out(), true, out -> {
            out.writeStartObject();
            out.writeStringField("benchmark", "modules");
            out.writeStringField("processor", processor);
            out.writeNumberField("batch", BATCH);
            out.writeNumberField("threads", 1);
            out.writeArrayFieldStart("ratios");
            for (Row row : rows) {
                out.writeStartObject();
                out.writeStringField("mode", row.mode().word());
                out.writeStringField("light", row.ratio().light());
                out.writeStringField("plain", row.ratio().plain());
                out.writeNumberField("channels", row.ratio().size().channels());
                out.writeNumberField("side", row.ratio().size().side());
                out.writeNumberField("macs_ratio", row.ratio().macs());
                out.writeNumberField("time_ratio", row.ratio().time());
                out.writeBooleanField("ranked", row.ratio().ranked());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }
}
