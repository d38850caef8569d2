package convas.dataset.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A folder on the way down from where images are looked for. Links are followed; one that leads back to a folder on the
 * way is a circle, and left aside. What is in it is read once, when it is asked for. For one thread.
 */
final class FolderPlace {
    private static final Set<String> SUFFIXES =
            Set.of("jpg", "jpeg", "png", "gif", "bmp", "wbmp", "webp", "tif", "tiff");

    /** What systems and programs put into folders for themselves, in small letters. */
    private static final Set<String> SYSTEM = Set.of(
            "__macosx",
            "@eadir",
            "#recycle",
            "$recycle.bin",
            "lost+found",
            "system volume information",
            "__pycache__",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "icon\r");

    private final Path path;
    /** The real places of all folders on the way, this one's last. */
    private final List<Path> way;

    private boolean isRead;
    private final List<FolderPlace> folders = new ArrayList<>();
    private final List<Path> images = new ArrayList<>();
    private final Map<Leftovers.Reason, List<Path>> aside = new EnumMap<>(Leftovers.Reason.class);
    private int links;

    private FolderPlace(Path path, List<Path> way) {
        this.path = path;
        this.way = way;
    }

    static FolderPlace at(Path folder) throws IOException {
        return new FolderPlace(folder, List.of(folder.toRealPath()));
    }

    Path path() {
        return path;
    }

    /** In the form in which names are compared: composed, so that a name is one name however a system stores it. */
    String name() {
        return Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFC);
    }

    /** What is a folder in it, in the order of the names. */
    List<FolderPlace> folders() throws IOException {
        read();
        return folders;
    }

    /** What is an image by its name in it, in the order of the names. */
    List<Path> images() throws IOException {
        read();
        return images;
    }

    /** How many links to folders are followed in it. */
    int links() throws IOException {
        read();
        return links;
    }

    /** Tells what in it is neither. */
    void tell(Leftovers leftovers) throws IOException {
        read();
        aside.forEach((reason, entries) -> entries.forEach(entry -> leftovers.add(reason, entry)));
    }

    private void read() throws IOException {
        if (isRead) {
            return;
        }
        // Whoever asks again for what could not be read is told again, and never that there is nothing.
        folders.clear();
        images.clear();
        aside.clear();
        links = 0;
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        Collections.sort(entries);
        for (Path entry : entries) {
            sort(entry);
        }
        isRead = true;
    }

    private void sort(Path entry) throws IOException {
        String name = entry.getFileName().toString();
        if (name.startsWith(".") || SYSTEM.contains(name.toLowerCase(Locale.ROOT))) {
            leave(Leftovers.Reason.HIDDEN, entry);
            return;
        }
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class);
        } catch (IOException none) {
            if (Files.isSymbolicLink(entry) && !(none instanceof AccessDeniedException)) {
                leave(Leftovers.Reason.DANGLING, entry);
                return;
            } else if (!Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
                // Gone since the folder was listed.
                return;
            }
            throw none;
        }
        if (attributes.isDirectory()) {
            descend(entry);
        } else if (!attributes.isRegularFile()) {
            leave(Leftovers.Reason.IRREGULAR, entry);
        } else if (SUFFIXES.contains(suffix(entry))) {
            images.add(entry);
        } else {
            leave(Leftovers.Reason.SUFFIX, entry);
        }
    }

    private void descend(Path entry) throws IOException {
        boolean isLink = Files.isSymbolicLink(entry);
        Path real = isLink ? entry.toRealPath() : way.get(way.size() - 1).resolve(entry.getFileName());
        if (isLink && way.stream().anyMatch(above -> above.startsWith(real))) {
            leave(Leftovers.Reason.CIRCLE, entry);
            return;
        }
        links += isLink ? 1 : 0;
        List<Path> longer = new ArrayList<>(way);
        longer.add(real);
        folders.add(new FolderPlace(entry, longer));
    }

    private void leave(Leftovers.Reason reason, Path entry) {
        aside.computeIfAbsent(reason, none -> new ArrayList<>()).add(entry);
    }

    /** What stands behind the last dot of a name, in small letters; empty where there is none. */
    static String suffix(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }
}
