package convas.app;

import convas.cli.PresetSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The presets, which are resources of the program; beside a checkout they are also files that a user may edit. */
final class PresetFiles implements PresetSource {
    private static final String FOLDER = "/presets";
    private static final String ENDING = ".json";

    @Override
    public List<String> names() {
        URL folder = PresetFiles.class.getResource(FOLDER);
        if (folder == null) {
            return List.of();
        }
        try {
            URI place = folder.toURI();
            if (!place.getScheme().equals("jar")) {
                return names(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return names(jar.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException("The program's presets cannot be listed", broken);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        return open(name).map(stream -> {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException("The program's preset " + name + " cannot be read", broken);
            }
        });
    }

    /** The resource of a preset; nothing where there is none of this name. */
    Optional<InputStream> open(String name) {
        return isName(name)
                ? Optional.ofNullable(PresetFiles.class.getResourceAsStream(FOLDER + "/" + name + ENDING))
                : Optional.empty();
    }

    @Override
    public Optional<Path> file(String name) {
        String home = System.getProperty("convas.home");
        return home != null && isName(name)
                ? Optional.of(Path.of(home, "presets", name + ENDING)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Never a way out of the folder. */
    private static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]*");
    }
}
