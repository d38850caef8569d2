package convas.dataset.folder;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The image files of a folder.
 *
 * @param classes in the order of their names
 * @param items first those that train where the folder itself says so, last those that test
 * @param training how many of them train; absent where the folder does not say
 * @param test how many of them test
 * @param notes what is to be told
 */
record FolderListing(
        Path folder,
        List<String> classes,
        List<Item> items,
        Optional<Integer> training,
        int test,
        List<DataProblem> notes) {
    private static final int DEPTH = 8;
    private static final Set<String> SUFFIXES = Set.of("jpg", "jpeg", "png", "gif", "bmp", "wbmp");
    private static final List<String> TRAINING = List.of("train", "training");
    private static final List<String> VALIDATION = List.of("val", "valid", "validation");
    private static final List<String> TEST = List.of("test", "testing");

    /** One image. */
    record Item(Path file, int label) {}

    /** @throws DatasetException with everything that keeps the folder from being one of images by classes */
    static FolderListing of(Path folder) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw DatasetException.of(
                    DatasetOption.PATH, Files.exists(folder) ? "dataset.folder.not" : "dataset.path.missing", folder);
        }
        try {
            Optional<Path> training = part(folder, TRAINING);
            if (training.isEmpty()) {
                List<String> classes = folders(folder);
                List<Item> items = items(folder, classes);
                return new FolderListing(
                        folder, classes, demand(folder, classes, items), Optional.empty(), 0, List.of());
            }
            return parts(folder, training.get());
        } catch (UncheckedIOException deep) {
            throw DatasetException.unreadable(DatasetOption.PATH, refused(folder, deep.getCause()), deep.getCause());
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, refused(folder, unreadable), unreadable);
        }
    }

    private static FolderListing parts(Path folder, Path training) throws IOException, DatasetException {
        List<String> classes = folders(training);
        List<Item> items = new ArrayList<>(demand(training, classes, items(training, classes)));
        int trained = items.size();
        Optional<Path> validation = part(folder, VALIDATION);
        Optional<Path> test = part(folder, TEST);
        Optional<Path> held = validation.or(() -> test);
        List<DataProblem> notes = new ArrayList<>();
        if (held.isPresent()) {
            List<String> unknown = new ArrayList<>(folders(held.get()));
            unknown.removeAll(classes);
            if (!unknown.isEmpty()) {
                throw DatasetException.of(
                        DatasetOption.PATH, "dataset.folder.classes", held.get(), String.join(", ", unknown), training);
            }
            items.addAll(demand(held.get(), classes, items(held.get(), classes)));
        }
        int tested = 0;
        if (validation.isPresent() && test.isPresent()) {
            List<Item> last = items(test.get(), classes);
            // Tests of contests come without classes, or with one folder of everything.
            if (last.isEmpty() || !classes.containsAll(folders(test.get()))) {
                notes.add(DataProblem.of(DatasetOption.PATH, "dataset.folder.test", test.get()));
            } else {
                items.addAll(last);
                tested = last.size();
            }
        }
        return new FolderListing(
                folder, classes, items, held.isPresent() ? Optional.of(trained) : Optional.empty(), tested, notes);
    }

    private static List<Item> demand(Path folder, List<String> classes, List<Item> items) throws DatasetException {
        if (classes.isEmpty()) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.folder.no-classes", folder);
        } else if (items.isEmpty()) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.folder.no-images", folder);
        }
        return items;
    }

    /** Which of the folders below it is, where that is told. */
    private static Path refused(Path folder, IOException why) {
        return why instanceof FileSystemException one && one.getFile() != null ? Path.of(one.getFile()) : folder;
    }

    private static Optional<Path> part(Path folder, List<String> names) {
        return names.stream().map(folder::resolve).filter(Files::isDirectory).findFirst();
    }

    private static List<String> folders(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static List<Item> items(Path folder, List<String> classes) throws IOException {
        List<Item> items = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path images = folder.resolve(classes.get(label));
            if (Files.isDirectory(images)) {
                int here = label;
                try (Stream<Path> files = Files.walk(images, DEPTH)) {
                    files.filter(FolderListing::isImage)
                            .filter(Files::isRegularFile)
                            .sorted()
                            .forEach(file -> items.add(new Item(file, here)));
                }
            }
        }
        return items;
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
