package convas.mutants;

import convas.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Files of a folder in memory: written again and again without waiting for the disk, as those who made them had to. */
record Tree(Map<String, byte[]> files) {
    /** Makes a folder. */
    @FunctionalInterface
    interface Making {
        void in(Path folder) throws IOException;
    }

    /** What something makes in an empty folder. */
    static Tree of(Making making) throws IOException {
        Path folder = Files.createTempDirectory("mutants");
        try {
            making.in(folder);
            Map<String, byte[]> files = new LinkedHashMap<>();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                    files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return new Tree(files);
        } finally {
            new FolderTree(folder).delete();
        }
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
