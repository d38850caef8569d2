package convas.dataset.file;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive. What is not wanted is not unpacked. */
record ZipContainer(Path file) implements Container {
    @Override
    public void offer(EntryTaker taker) throws IOException, DatasetException {
        // Names that do not say to be UTF-8 are of any encoding; those that are wanted are ASCII in all of them.
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries();
                    entries.hasMoreElements() && !taker.isDone(); ) {
                ZipEntry entry = entries.nextElement();
                String name = Entries.last(entry.getName());
                if (!entry.isDirectory() && taker.wants(name)) {
                    take(taker, zip, entry, name);
                }
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.zip.damaged", file, reason(damaged));
        }
    }

    private void take(EntryTaker taker, ZipFile zip, ZipEntry entry, String name) throws IOException, DatasetException {
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), BUFFER)) {
            taker.take(name, in, entry.getSize());
        } catch (ZipException damaged) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.zip.entry", file, entry.getName(), reason(damaged));
        }
    }

    private static String reason(Exception damaged) {
        return damaged.getMessage() == null ? damaged.getClass().getSimpleName() : damaged.getMessage();
    }
}
