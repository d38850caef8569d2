package convas.editor.about;

import convas.text.Release;
import convas.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The version and licence of Convas, what it runs on, and what others made that comes along, each with its licence. */
public final class About {
    private static final Pattern VERSION = Pattern.compile("-?([0-9][0-9A-Za-z.]*).*\\.jar");

    private final Texts texts;
    private final Release release;
    private final List<String> archives;

    public About(Texts texts) {
        this(texts, new Release(), System.getProperty("java.class.path", ""));
    }

    About(Texts texts, Release release, String classPath) {
        this.texts = texts;
        this.release = release;
        this.archives = Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .toList();
    }

    public String headline() {
        return "Convas " + release.version();
    }

    public String text() {
        String libraries = release.libraries().stream()
                .map(library -> texts.get(
                        "editor.about.library", (library.name() + " " + version(library)).strip(), library.licence()))
                .collect(Collectors.joining("\n"));
        return texts.get(
                        "editor.about",
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"))
                + "\n" + libraries;
    }

    /** As the name of its archive says; empty where it does not come along here. */
    private String version(Release.Library library) {
        return library.archives().stream()
                .flatMap(beginning -> archives.stream()
                        .filter(name -> name.startsWith(beginning))
                        .map(name -> afterwards(name, beginning))
                        .flatMap(Optional::stream))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> afterwards(String name, String beginning) {
        // javafx-base-21.jar begins with javafx-, and the version comes behind the part's own name.
        Matcher version =
                VERSION.matcher(name.substring(beginning.length()).replaceFirst("^[a-z0-9.-]*?-(?=[0-9])", ""));
        return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
    }
}
