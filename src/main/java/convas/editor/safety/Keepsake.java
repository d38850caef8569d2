package convas.editor.safety;

import convas.graph.Design;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Unsaved work.
 *
 * @param name as the tab showed it
 * @param file that the design was read from or last saved in
 * @param stamp of that file when it was read or saved
 * @param kept when
 */
public record Keepsake(String name, Optional<Path> file, FileStamp stamp, Instant kept, Design design) {}
