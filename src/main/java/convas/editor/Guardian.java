package convas.editor;

import convas.editor.comfort.Preference;
import convas.editor.document.Document;
import convas.editor.safety.Autosave;
import convas.editor.safety.FileGuard;
import convas.editor.safety.Recovery;
import convas.editor.task.Tasks;
import convas.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches over what is open: every few seconds keeps unsaved work and looks whether a file was changed elsewhere. */
final class Guardian implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);
    private static final String SECONDS = "autosave.seconds";
    /** What is asked for where nobody chose; with {@link #MOST} and the writing a sudden end costs less than 5 seconds. */
    private static final int USUAL = 2;

    private static final int MOST = 4;

    private final Path base;
    private final Settings settings;
    private final Tasks tasks;
    private final Executor writer;
    private final Supplier<List<OpenDesign>> open;
    private final BiConsumer<OpenDesign, FileGuard.Finding> found;
    private final FileGuard files = new FileGuard();
    private final Timeline clock = new Timeline();
    private Optional<Recovery> recovery = Optional.empty();
    private Optional<Autosave> autosave = Optional.empty();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean looking;

    /**
     * @param base the recovery folder
     * @param settings say how often
     * @param found called on the window's thread for each file that is no longer what was read or saved
     */
    Guardian(
            Path base,
            Settings settings,
            Tasks tasks,
            Supplier<List<OpenDesign>> open,
            BiConsumer<OpenDesign, FileGuard.Finding> found) {
        this.settings = settings;
        this.base = base;
        this.tasks = tasks;
        this.writer = tasks.serial();
        this.open = open;
        this.found = found;
        clock.setCycleCount(Animation.INDEFINITE);
    }

    FileGuard files() {
        return files;
    }

    /** Begins; work is kept from then on, if the recovery folder can be written at all. */
    void start() {
        tick();
        tasks.start(
                () -> Recovery.begin(base),
                begun -> {
                    recovery = Optional.of(begun);
                    autosave = Optional.of(new Autosave(begun, writer, files::known));
                },
                refused -> LOG.warn("Unsaved work cannot be kept in {}: {}", base, refused.toString()));
    }

    /** Seconds from one look to the next. */
    private int seconds() {
        return settings.get(SECONDS)
                .filter(text -> text.matches("[1-" + MOST + "]"))
                .map(Integer::valueOf)
                .orElse(USUAL);
    }

    private void tick() {
        clock.stop();
        clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(seconds()), event -> look()));
        clock.play();
    }

    /** How often unsaved work is kept, as a row of the preferences. */
    Preference preference(Texts texts) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (int seconds = 1; seconds <= MOST; seconds++) {
            choices.put(
                    Integer.toString(seconds),
                    seconds == 1
                            ? texts.get("editorcomfort.autosave.second")
                            : texts.get("editorcomfort.autosave.seconds", seconds));
        }
        return Preference.choice(
                "preference-autosave",
                texts.get("editorcomfort.autosave"),
                choices,
                Integer.toString(seconds()),
                chosen -> {
                    settings.set(SECONDS, chosen);
                    tick();
                });
    }

    /** Runs {@code action} once everything that is open now has been kept; not where it cannot be. */
    void whenKept(Runnable action) {
        waiting.add(action);
    }

    /** Looks now, as it does every few seconds. */
    void look() {
        List<OpenDesign> designs = open.get();
        Map<Document, OpenDesign> tabs =
                designs.stream().collect(Collectors.toMap(OpenDesign::document, Function.identity()));
        autosave.ifPresent(keeping -> {
            keeping.look(tabs.keySet(), document -> tabs.get(document).name());
            List<Runnable> actions = List.copyOf(waiting);
            waiting.clear();
            writer.execute(() -> {
                if (!keeping.isBroken()) {
                    actions.forEach(action -> tasks.ui().execute(action));
                }
            });
        });
        Map<Document, Path> paths = new HashMap<>();
        tabs.keySet().forEach(document -> document.file().ifPresent(file -> paths.put(document, file)));
        if (looking || paths.isEmpty()) {
            return;
        }
        looking = true;
        tasks.start(
                () -> files.look(paths),
                findings -> {
                    looking = false;
                    findings.forEach((document, finding) -> {
                        OpenDesign design = tabs.get(document);
                        // Saved or closed meanwhile: then it is looked at again.
                        boolean same = document.file().equals(Optional.of(paths.get(document)));
                        if (finding != FileGuard.Finding.SAME
                                && same
                                && open.get().contains(design)) {
                            tasks.start(
                                    () -> files.look(document, paths.get(document)),
                                    again -> {
                                        if (again != FileGuard.Finding.SAME) {
                                            found.accept(design, again);
                                        }
                                    },
                                    failure -> LOG.warn("A file cannot be looked at", failure));
                        }
                    });
                },
                failure -> looking = false);
    }

    /** Looks no more; what was kept stays. */
    void rest() {
        clock.stop();
        autosave = Optional.empty();
    }

    /** The program ends as it should, with everything saved or given up. */
    @Override
    public void close() {
        clock.stop();
        recovery.ifPresent(kept -> {
            try {
                kept.close();
            } catch (IOException refused) {
                LOG.warn("The recovery folder cannot be removed: {}", refused.toString());
            }
        });
    }
}
