package convas.cli.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.analysis.Analysis;
import convas.cli.CheckedDesign;
import convas.cli.Console;
import convas.cli.DesignArgument;
import convas.cli.ExitCode;
import convas.cli.JsonOutput;
import convas.cli.Misuse;
import convas.cli.Parts;
import convas.export.profile.ProfileCsv;
import convas.export.profile.ProfileTrace;
import convas.export.report.ProfilePage;
import convas.file.AtomicFile;
import convas.file.FileReason;
import convas.graph.json.Reading;
import convas.profiling.CeilingsFile;
import convas.profiling.CeilingsJson;
import convas.profiling.Comparison;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileFolder;
import convas.profiling.ProfileJson;
import convas.profiling.ProfileRequest;
import convas.profiling.ProfilingMode;
import convas.profiling.Setting;
import convas.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures where a design's time and memory go, in a process of its own. */
@Command(mixinStandardHelpOptions = true)
public final class ProfileCommand implements Callable<Integer> {
    private final Parts parts;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DesignArgument argument;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "1")
    private int batch;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "cpu")
    private String device;

    @Option(names = "--mode", paramLabel = "inference|training", defaultValue = "inference")
    private ProfilingMode mode;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "profileThreads")
    private Integer threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "" + ProfileRequest.DEFAULT_SECONDS)
    private double seconds;

    @Option(names = "--profiles", paramLabel = "FOLDER")
    private Path profiles;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--csv")
    private boolean csv;

    @Option(names = "--trace", paramLabel = "TRACE")
    private Path trace;

    @Option(names = "--report", paramLabel = "REPORT")
    private Path report;

    @Option(names = "--report-language", paramLabel = "en|zh")
    private String language;

    @Option(names = "--compare", paramLabel = "OTHER")
    private String other;

    @Option(names = "--ceilings")
    private boolean ceilings;

    @Option(names = "--history")
    private boolean history;

    public ProfileCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(seconds > 0)) {
            throw new Misuse(spec, parts.texts().get("cliprofile.seconds", seconds));
        } else if (language != null && !language.matches("en|zh")) {
            throw new Misuse(spec, parts.texts().get("cliprofile.language", language));
        } else if (json && csv) {
            throw new Misuse(spec, parts.texts().get("cliprofile.one-form"));
        }
        CheckedDesign checked = argument.check(parts).toCompute();
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        if (checked.hasErrors() || checked.analysis().isEmpty()) {
            return ExitCode.ERRORS;
        }
        int wanted = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        Setting setting = new Setting(batch, device, mode, wanted);
        if (history) {
            return tellHistory(checked.design().orElseThrow().name(), setting);
        }
        if (ceilings) {
            try {
                new CeilingsFile(folder()).forget(device, wanted);
            } catch (IOException refused) {
                console.err()
                        .println(parts.texts()
                                .get("cliprofile.unwritable", folder(), FileReason.withFile(refused, parts.texts())));
                return ExitCode.ERRORS;
            }
        }
        Optional<ProfileEvent.Finished> finished = measure(checked, setting);
        if (finished.isEmpty()) {
            return ExitCode.ERRORS;
        }
        Optional<Profile> second = Optional.empty();
        if (other != null) {
            second = second(setting);
            if (second.isEmpty()) {
                return ExitCode.ERRORS;
            }
        }
        tell(finished.get(), second, checked.analysis().get());
        return files(finished.get(), checked);
    }

    private int files(ProfileEvent.Finished finished, CheckedDesign checked) {
        int code = ExitCode.FINE;
        if (trace != null) {
            code = write(trace, ProfileTrace.of(finished.profile()));
        }
        if (report != null) {
            Texts words = language == null ? parts.texts() : new Texts(Locale.forLanguageTag(language));
            ProfilePage page = new ProfilePage(
                    finished.profile(),
                    finished.ceilings(),
                    checked.design().orElseThrow(),
                    checked.analysis().orElseThrow(),
                    parts.catalog().get(),
                    words);
            code = Math.max(code, write(report, page.html()));
        }
        return code;
    }

    private Path folder() {
        return profiles == null ? ProfileFolder.ofUser() : profiles;
    }

    private Optional<ProfileEvent.Finished> measure(CheckedDesign checked, Setting setting)
            throws InterruptedException {
        ProfileRequest request = new ProfileRequest(checked.design().orElseThrow(), setting, seconds, folder());
        return new ProfileRun(parts, console, checked.name()).follow(request);
    }

    /** What to compare with: a profile that was kept, or another design, measured in the same way. */
    private Optional<Profile> second(Setting setting) throws InterruptedException {
        if (isProfile()) {
            Reading<Profile> reading = ProfileFolder.read(Path.of(other));
            console.problems(console.err(), parts.texts(), other, reading.problems());
            return reading.value();
        }
        CheckedDesign checked = new DesignArgument(spec, other, Map.of()).check(parts);
        console.problems(console.err(), parts.texts(), checked.name(), checked.diagnostics());
        return checked.hasErrors()
                ? Optional.empty()
                : measure(checked, setting).map(ProfileEvent.Finished::profile);
    }

    private boolean isProfile() {
        try {
            return ProfileFolder.isProfile(Path.of(other));
        } catch (InvalidPathException noProfile) {
            return false;
        }
    }

    private void tell(ProfileEvent.Finished finished, Optional<Profile> second, Analysis analysis) {
        Profile profile = finished.profile();
        Optional<Comparison> comparison = second.map(another -> Comparison.of(profile, another));
        if (json) {
            ObjectNode all = ProfileJson.write(profile);
            all.set("ceilings", CeilingsJson.write(finished.ceilings()));
            all.put("file", finished.file().map(Path::toString).orElse(null));
            comparison.ifPresent(known -> all.set("comparison", ComparisonOutput.json(known)));
            JsonOutput.print(console.out(), true, out -> new ObjectMapper().writeTree(out, all));
        } else if (csv) {
            console.out().print(ProfileCsv.of(profile, finished.ceilings()));
            console.out().flush();
        } else {
            new ProfileTable(parts.texts(), profile, finished.ceilings(), analysis).print(console.out());
            before(finished).ifPresent(console.out()::println);
            finished.file()
                    .ifPresent(file -> console.out().println(parts.texts().get("cliprofile.kept", file)));
            comparison.ifPresent(known ->
                    new ComparisonOutput(parts.texts()).print(known, profile, second.orElseThrow(), console.out()));
            console.out().flush();
        }
    }

    /** How the design did before its last edit. */
    private Optional<String> before(ProfileEvent.Finished finished) {
        Profile now = finished.profile();
        List<Profile> earlier = new ProfileFolder(folder())
                .history(now.design(), now.setting()).stream()
                        .filter(each -> !each.digest().equals(now.digest()))
                        .toList();
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Profile last = earlier.get(earlier.size() - 1);
        Comparison.Row row = Comparison.of(now, last).whole();
        return Optional.of(parts.texts()
                .get(
                        "cliprofile.before",
                        last.taken(),
                        new Quantities(parts.texts()).range(last.whole().latency()),
                        parts.texts().get("cliprofile.verdict." + row.verdict())));
    }

    private int tellHistory(String design, Setting setting) {
        Reading<List<Profile>> reading = new ProfileFolder(folder()).history(design);
        console.problems(console.err(), parts.texts(), folder().toString(), reading.problems());
        List<Profile> known = reading.value().orElseThrow().stream()
                .filter(each -> each.setting().equals(setting))
                .toList();
        if (known.isEmpty()) {
            console.err().println(parts.texts().get("cliprofile.history.none", design, folder()));
            return ExitCode.ERRORS;
        }
        new HistoryTable(parts.texts()).print(known, json, console.out());
        return ExitCode.FINE;
    }

    private int write(Path file, String text) {
        try {
            new AtomicFile().write(file, text.getBytes(StandardCharsets.UTF_8));
            console.err().println(parts.texts().get("cliprofile.written", file));
            return ExitCode.FINE;
        } catch (IOException refused) {
            console.err()
                    .println(parts.texts().get("cliprofile.unwritable", file, FileReason.of(refused, parts.texts())));
            return ExitCode.ERRORS;
        }
    }
}
