package convas.cli.profile;

import convas.cli.Console;
import convas.cli.Parts;
import convas.graph.Diagnostic;
import convas.profiling.ProfileEvent;
import convas.profiling.ProfileHandle;
import convas.profiling.ProfileRequest;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** One profile from request to last event; on a terminal it shows how far it has got. Ctrl-C ends the child too. */
final class ProfileRun {
    private final Parts parts;
    private final Console console;
    private final String name;

    /** @param name of the design, as the caller wrote it */
    ProfileRun(Parts parts, Console console, String name) {
        this.parts = parts;
        this.console = console;
        this.name = name;
    }

    /** The profile; nothing where there is none, which has been told. */
    Optional<ProfileEvent.Finished> follow(ProfileRequest request) throws InterruptedException {
        BlockingQueue<ProfileEvent> last = new ArrayBlockingQueue<>(1);
        ProfileHandle handle = parts.profiling().get().start(request, event -> {
            if (event instanceof ProfileEvent.Progress progress) {
                show(progress);
            } else {
                last.add(event);
            }
        });
        Thread onInterrupt = new Thread(handle::stop, "stop-profile");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        ProfileEvent end = last.take();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException goingDown) {
            return Optional.empty();
        }
        clear();
        if (end instanceof ProfileEvent.Finished finished) {
            String warning = parts.texts().get("cli.severity." + Diagnostic.Severity.WARNING);
            finished.warnings().forEach(each -> console.err().println(name + ": " + warning + ": " + each));
            return Optional.of(finished);
        } else if (end instanceof ProfileEvent.Failed failed) {
            failed.problems().forEach(problem -> console.err().println(name + ": " + problem));
        }
        console.err().flush();
        return Optional.empty();
    }

    private void show(ProfileEvent.Progress progress) {
        if (console.terminal()) {
            String phase = parts.texts().get("cliprofile.phase." + progress.phase());
            console.showInPlace(name + ": " + phase + " " + Math.round(100 * progress.done()) + " %");
        }
    }

    private void clear() {
        console.showInPlace("");
    }
}
