package convas.architecture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.MoreFiles;
import com.sun.jna.NativeLibrary;
import java.awt.Desktop;
import java.awt.image.RenderedImage;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.prefs.Preferences;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.xml.transform.stream.StreamResult;

/** Every way of writing a file that was thought of, in a method of its own; {@link FileRulesTest} is to forbid each. Never run. */
final class WaysOfWriting {
    private WaysOfWriting() {}

    /** Nothing is wrong with this one. */
    static String reading(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile());
                FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                Reader reader = Files.newBufferedReader(path)) {
            Files.copy(path, OutputStream.nullOutputStream());
            return zip.size() + " " + channel.size() + reader.read() + Files.readString(path);
        }
    }

    static void filesWrite(Path path) throws IOException {
        Files.write(path, new byte[1]);
    }

    static void filesWriteString(Path path) throws IOException {
        Files.writeString(path, "");
    }

    static void filesOutputStream(Path path) throws IOException {
        Files.newOutputStream(path).close();
    }

    static void filesWriter(Path path) throws IOException {
        Files.newBufferedWriter(path).close();
    }

    static void filesByteChannel(Path path) throws IOException {
        Files.newByteChannel(path, StandardOpenOption.WRITE).close();
    }

    static void filesCopy(Path path) throws IOException {
        Files.copy(path, path.resolveSibling("x"));
    }

    static void filesCopyStream(InputStream in, Path path) throws IOException {
        Files.copy(in, path);
    }

    static void filesMove(Path path) throws IOException {
        Files.move(path, path.resolveSibling("x"));
    }

    static void filesLink(Path path) throws IOException {
        Files.createLink(path, path);
    }

    static void filesSymbolicLink(Path path) throws IOException {
        Files.createSymbolicLink(path, path);
    }

    static void filesTemporary() throws IOException {
        Files.createTempFile("x", "y");
    }

    static void filesTemporaryFolder() throws IOException {
        Files.createTempDirectory("x");
    }

    static void filesByReference(List<Path> paths) throws IOException {
        paths.stream().map(Path::toString).forEach(Path::of);
        Maker maker = Files::createFile;
        maker.make(paths.get(0));
    }

    static void channel(Path path) throws IOException {
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
    }

    static void channelOfASet(Path path) throws IOException {
        FileChannel.open(path, EnumSet.allOf(StandardOpenOption.class)).close();
    }

    static void channelByName(Path path) throws IOException {
        FileChannel.open(path, StandardOpenOption.valueOf("WRITE")).close();
    }

    static void asynchronousChannel(Path path) throws IOException {
        AsynchronousFileChannel.open(path).close();
    }

    static void provider(Path path) throws IOException {
        path.getFileSystem().provider().newOutputStream(path).close();
    }

    static void zipFileSystem(Path path) throws IOException {
        FileSystems.newFileSystem(URI.create("jar:" + path.toUri()), Map.of("create", "true"))
                .close();
    }

    static void randomAccess(String name) throws IOException {
        new RandomAccessFile(name, "rw").close();
    }

    static void fileOutputStream(String name) throws IOException {
        new FileOutputStream(name).close();
    }

    static void fileWriter(String name) throws IOException {
        new FileWriter(name, StandardCharsets.UTF_8).close();
    }

    static void printStream(File file) throws IOException {
        new PrintStream(file, StandardCharsets.UTF_8).close();
    }

    static void printWriter(String name) throws IOException {
        new PrintWriter(name, StandardCharsets.UTF_8).close();
    }

    static void formatter(String name) throws IOException {
        new Formatter(name).close();
    }

    static void renaming(File file) throws IOException {
        file.renameTo(new File("x"));
    }

    static void newFile(File file) throws IOException {
        file.createNewFile();
    }

    static void logHandler(String name) throws IOException {
        new FileHandler(name).close();
    }

    static void preferences() throws IOException {
        Preferences.userRoot().put("x", "y");
    }

    static void picture(RenderedImage image, File file) throws IOException {
        ImageIO.write(image, "png", file);
    }

    static void pictureAsObject(RenderedImage image, Object file) throws IOException {
        ImageIO.write(image, "png", ImageIO.createImageOutputStream(file));
    }

    static void pictureStream(File file) throws IOException {
        new FileImageOutputStream(file).close();
    }

    static void sound(AudioInputStream in, File file) throws IOException {
        AudioSystem.write(in, AudioFileFormat.Type.WAVE, file);
    }

    static void markup(File file) throws IOException {
        new StreamResult(file);
    }

    static void markupByName(String name) throws IOException {
        new StreamResult(name);
    }

    static void json(ObjectMapper mapper, File file) throws IOException {
        mapper.writeValue(file, "x");
    }

    static void library(Path path) throws IOException {
        MoreFiles.asByteSink(path).write(new byte[1]);
    }

    static void process(String name) throws IOException {
        new ProcessBuilder("sh", "-c", "echo > " + name).start();
    }

    static void processOutput(ProcessBuilder builder, File file) throws IOException {
        builder.redirectOutput(file);
    }

    static void processRedirect(File file) throws IOException {
        ProcessBuilder.Redirect.appendTo(file);
    }

    static void runtime(String command) throws IOException {
        Runtime.getRuntime().exec(new String[] {command});
    }

    static void desktop(File file) throws IOException {
        Desktop.getDesktop().edit(file);
    }

    static void socketFile() throws IOException {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).close();
    }

    static void heapDump(com.sun.management.HotSpotDiagnosticMXBean bean, String name) throws IOException {
        bean.dumpHeap(name, true);
    }

    static void flightRecorder(jdk.jfr.Recording recording, Path path) throws IOException {
        recording.dump(path);
    }

    static void model(ai.djl.Model model, Path path) throws IOException {
        model.save(path, "x");
    }

    static void download(Path path) throws IOException {
        java.net.http.HttpResponse.BodyHandlers.ofFile(path);
    }

    static void system(String name) throws IOException {
        NativeLibrary.getInstance("c").getFunction("creat").invokeInt(new Object[] {name, 0});
    }

    static void measurements(org.openjdk.jmh.runner.options.ChainedOptionsBuilder options, String name) {
        options.result(name);
    }

    /** For a reference to a method. */
    @FunctionalInterface
    private interface Maker {
        Path make(Path path, java.nio.file.attribute.FileAttribute<?>... attributes) throws IOException;
    }
}
