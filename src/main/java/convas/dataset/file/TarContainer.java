package convas.dataset.file;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A tar archive, packed with gzip or not. There is no table of contents, so all before the last file that is wanted has to
 * be unpacked, up to a limit.
 */
record TarContainer(Path file, boolean isPacked) implements Container {
    @Override
    public void offer(EntryTaker taker) throws IOException, DatasetException {
        String name = "";
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream plain = isPacked ? new BufferedInputStream(new GZIPInputStream(in, BUFFER)) : in) {
            Tar tar = new Tar(plain);
            long passed = 0;
            while (!taker.isDone() && tar.next()) {
                name = Entries.last(tar.name());
                if (tar.isFile() && taker.wants(name)) {
                    taker.take(name, new BufferedInputStream(tar.content(), BUFFER), tar.size());
                } else {
                    passed += tar.size();
                }
                if (passed > taker.mostPassed()) {
                    throw DatasetException.of(
                            DatasetOption.PATH,
                            "dataset.tar.large",
                            file,
                            name,
                            passed >> 20,
                            taker.mostPassed() >> 20);
                }
            }
        } catch (EOFException cut) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.tar.cut", file, name);
        } catch (ZipException damaged) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.tar.packed", file, name, Entries.reason(damaged));
        } catch (Tar.DamagedHeaderException damaged) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.tar.header", file, damaged.at(), name);
        }
    }
}
