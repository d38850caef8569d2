package convas.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The designs that come with the program. */
public interface PresetSource {
    /** Names without the ending, in the order shown. */
    List<String> names();

    /** The file's bytes; nothing where there is no preset of this name. */
    Optional<byte[]> read(String name);

    /** The file itself, where it stands beside the program; nothing where it exists within the program alone. */
    Optional<Path> file(String name);
}
