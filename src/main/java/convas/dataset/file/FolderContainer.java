package convas.dataset.file;

import convas.dataset.DatasetException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** A folder with the files in it and in its folders. Links are followed, circles end, what may not be read is passed. */
record FolderContainer(Path folder) implements Container {
    /** Folders within folders; archives are unpacked into one or two. */
    private static final int DEPTH = 4;

    /** A folder with more files than this is something else; nobody waits for all of a disk. */
    private static final int MOST_LOOKED_AT = 20_000;

    @Override
    public void offer(EntryTaker taker) throws IOException, DatasetException {
        for (Path file : files()) {
            if (taker.isDone()) {
                return;
            }
            String name = file.getFileName().toString();
            if (taker.wants(name)) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
                    taker.take(name, in, Files.size(file));
                }
            }
        }
    }

    private Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kind) {
                if (kind.isRegularFile()) {
                    files.add(file);
                }
                return files.size() < MOST_LOOKED_AT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                if (file.equals(folder)) {
                    throw why;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException why) {
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
