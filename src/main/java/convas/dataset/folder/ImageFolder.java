package convas.dataset.folder;

import convas.dataset.Dataset;
import convas.dataset.DatasetException;
import convas.dataset.DatasetKind;
import convas.dataset.DatasetOption;
import convas.dataset.DatasetOptions;
import convas.dataset.ReadingProgress;
import convas.dataset.image.Ground;
import convas.dataset.image.ImageDecoder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with a folder of images for each class, or with folders {@code train} and {@code val} (or {@code test}) of
 * that form. Classes are in the order of their names. Images are brought to one size: scaled until they cover it, their
 * middle kept; or stretched. JPEG, PNG, GIF, BMP, WebP and TIFF are read.
 */
public final class ImageFolder implements DatasetKind {
    private static final String SIZE = "image_size";
    private static final String COLOR = "color";
    private static final String GRAY = "gray";
    private static final String FIT = "fit";
    private static final String STRETCH = "stretch";
    private static final String ALPHA = "alpha";
    private static final String CORRUPT = "corrupt";
    private static final String SKIP = "skip";
    private static final String CACHE = "cache_mb";
    private static final int STANDARD_SIDE = 64;
    private static final int STANDARD_CACHE = 1024;

    @Override
    public String name() {
        return "image-folder";
    }

    @Override
    public List<DatasetOption> options() {
        return List.of(
                DatasetOption.path(),
                DatasetOption.size(SIZE, STANDARD_SIDE, STANDARD_SIDE),
                DatasetOption.choice(COLOR, "rgb", GRAY),
                DatasetOption.choice(FIT, "crop", STRETCH),
                DatasetOption.choice(ALPHA, Ground.words()),
                DatasetOption.choice(CORRUPT, "fail", SKIP),
                DatasetOption.count(CACHE, STANDARD_CACHE));
    }

    @Override
    public boolean recognises(Path path) {
        try {
            return !FolderListing.of(path).items().isEmpty();
        } catch (DatasetException none) {
            // What may not be looked into is told when it is opened, and not called something else.
            return none.getCause() instanceof AccessDeniedException;
        }
    }

    @Override
    public Dataset open(DatasetOptions options, boolean glance) throws DatasetException {
        if (!glance) {
            return open(options, ReadingProgress.UNHEARD);
        }
        return FolderImages.unread(name(), FolderListing.of(options.path()), decoder(options));
    }

    @Override
    public Dataset open(DatasetOptions options, ReadingProgress progress) throws DatasetException {
        return FolderImages.read(
                name(),
                FolderListing.of(options.path()),
                decoder(options),
                (long) options.count(CACHE) << 20,
                options.choice(CORRUPT).equals(SKIP),
                progress);
    }

    private static ImageDecoder decoder(DatasetOptions options) {
        return new ImageDecoder(
                options.height(SIZE),
                options.width(SIZE),
                options.choice(COLOR).equals(GRAY) ? 1 : 3,
                options.choice(FIT).equals(STRETCH),
                Ground.of(options.choice(ALPHA)));
    }
}
