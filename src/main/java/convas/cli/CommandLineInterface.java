package convas.cli;

import convas.cli.picture.PictureCommand;
import convas.cli.profile.ProfileCommand;
import convas.cli.train.DataCommand;
import convas.cli.train.DevicesCommand;
import convas.cli.train.RunsCommand;
import convas.cli.train.TrainCommand;
import convas.file.FaultLog;
import convas.text.Release;
import convas.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as it is called from a shell. */
public final class CommandLineInterface {
    /** What stands for a byte that is no character of the system's encoding. */
    private static final char LOST = '\ufffd';

    private final Parts parts;
    private final Console console;

    public CommandLineInterface(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** Carries out one call and returns its exit code; never throws for what the caller wrote. */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(new ConvasCommand(parts, console));
        addCommands(line, arguments.length == 0 ? "" : arguments[0]);
        line.setResourceBundle(ResourceBundle.getBundle(
                "convas.text.cli",
                parts.texts().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        tellVersion(line, "Convas " + new Release().version());
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((wrong, given) -> refuse(wrong));
        line.setExecutionExceptionHandler((fault, command, given) -> unexpected(fault));
        // A file may be called @x.json, and one that is only to be counted is not to be read as arguments.
        line.setExpandAtFiles(false);
        tellOfLostLetters(arguments);
        int code;
        try {
            code = line.execute(arguments);
        } catch (OutOfMemoryError full) {
            console.err()
                    .println(
                            parts.texts().get("cli.memory", Runtime.getRuntime().maxMemory() >> 20));
            code = ExitCode.ERRORS;
        } catch (Error fault) {
            code = unexpected(fault);
        }
        // What went nowhere, on a full disk or into a closed pipe, was not done.
        if (console.out().checkError()) {
            console.err().println(parts.texts().get("cli.output.lost"));
            code = code == ExitCode.FINE ? ExitCode.ERRORS : code;
        }
        console.err().flush();
        return code;
    }

    /** Options are read by reflection, which takes longer than most commands: the command that is called is made alone. */
    private void addCommands(CommandLine line, String called) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("count", () -> new CountCommand(parts, console));
        commands.put("check", () -> new CheckCommand(parts, console));
        commands.put("data", () -> new DataCommand(parts, console));
        commands.put("train", () -> new TrainCommand(parts, console));
        commands.put("runs", () -> new RunsCommand(parts, console));
        commands.put("devices", () -> new DevicesCommand(parts, console));
        commands.put("run", () -> new RunCommand(parts, console));
        commands.put("profile", () -> new ProfileCommand(parts, console));
        commands.put("presets", () -> new PresetsCommand(parts, console));
        commands.put("modules", () -> new ModulesCommand(parts, console));
        commands.put("bench", () -> new BenchCommand(parts, console));
        commands.put("picture", () -> new PictureCommand(parts, console));
        commands.put("docs", () -> new DocsCommand(parts, console));
        if (commands.containsKey(called)) {
            line.addSubcommand(called, commands.get(called).get());
            return;
        }
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.addSubcommand("help", new CommandLine.HelpCommand());
    }

    /** The launcher sees to a locale that can carry any name; who starts the program otherwise is told what is missing. */
    /** {@code --version} of every command, however deep. */
    private static void tellVersion(CommandLine line, String version) {
        line.getCommandSpec().version(version);
        line.getSubcommands().values().forEach(inner -> tellVersion(inner, version));
    }

    private void tellOfLostLetters(String... arguments) {
        if (String.join("", arguments).indexOf(LOST) >= 0) {
            console.err().println(parts.texts().get("cli.locale", System.getProperty("sun.jnu.encoding")));
        }
    }

    /** Says in the user's language what is wrong with the call. */
    private int refuse(ParameterException wrong) {
        Texts texts = parts.texts();
        console.err().println(sentence(wrong, texts));
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println(texts.get("cli.usage.help", "./" + command));
        return ExitCode.USAGE;
    }

    /** Says in one sentence what nobody expected, and where its log lies. */
    private int unexpected(Throwable fault) {
        Texts texts = parts.texts();
        String name = FaultLog.name(fault);
        console.err()
                .println(FaultLog.keep(fault)
                        .map(log -> texts.get("cli.unexpected", name, log))
                        .orElseGet(() -> texts.get("cli.unexpected.no-log", name)));
        return ExitCode.ERRORS;
    }

    private static String sentence(ParameterException wrong, Texts texts) {
        if (wrong instanceof Misuse) {
            return wrong.getMessage();
        } else if (wrong instanceof MissingParameterException missing) {
            List<String> names = missing.getMissing().stream()
                    .map(CommandLineInterface::name)
                    .toList();
            return texts.get("cli.usage.missing", String.join(", ", names));
        } else if (wrong instanceof UnmatchedArgumentException unmatched) {
            return texts.get("cli.usage.unknown", String.join(" ", unmatched.getUnmatched()));
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return texts.get("cli.usage.twice", name(twice.getOverwritten()));
        } else if (wrong.getArgSpec() != null) {
            return texts.get(
                    "cli.usage.value",
                    name(wrong.getArgSpec()),
                    wrong.getArgSpec().paramLabel());
        }
        return wrong.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
