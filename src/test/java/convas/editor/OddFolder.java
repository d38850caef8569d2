package convas.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of images with everything odd that people have had in theirs, all at once. */
final class OddFolder {
    private static final Path IMAGES = LiveEditor.project("src", "test", "resources", "dataset", "images");

    private final Path folder;

    private OddFolder(Path folder) {
        this.folder = folder;
    }

    /** Twelve cats and thirteen dogs that can be read, and the rest. */
    static Path make(Path folder) throws IOException {
        OddFolder odd = new OddFolder(folder);
        odd.copy("cats", "exif-6.jpg", "exif-3.jpg", "rgba.png", "cmyk.jpg", "lossy.webp", "cut-60.jpeg");
        odd.copy("dogs", "rgb-16.png", "grey-16.png", "animated.gif", "lzw.tif", "rgb.bmp", "no-image.jpg");
        for (int number = 0; number < 7; number++) {
            odd.copyAs("rgb.jpg", "cats/plain-" + number + ".jpg");
            odd.copyAs("rgb.png", "dogs/plain-" + number + ".png");
        }
        Files.createDirectories(folder.resolve("empty"));
        odd.copyAs("rgb.png", "__MACOSX/cats/._1.png");
        odd.copyAs("rgb.png", ".thumbnails/1.png");
        odd.copyAs("rgb.png", "beside.png");
        Files.writeString(folder.resolve("cats/notes.txt"), "Cats.");
        Files.write(folder.resolve("dogs/telephone.heic"), new byte[] {1, 2, 3});
        Files.createSymbolicLink(
                folder.resolve("dogs/linked.png"), IMAGES.toAbsolutePath().resolve("grey.png"));
        Files.createSymbolicLink(folder.resolve("dogs/gone.png"), folder.resolve("nowhere.png"));
        Files.createSymbolicLink(folder.resolve("dogs/round"), folder);
        return folder;
    }

    private void copy(String place, String... names) throws IOException {
        for (String name : names) {
            copyAs(name, place + "/" + name);
        }
    }

    private void copyAs(String name, String place) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.copy(IMAGES.resolve(name), file);
    }
}
