package convas.file;

import convas.text.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why a file could not be read or written, in a user's words: of the commonest reasons Java tells the name of a class and a
 * path, and of others what the system says.
 */
public final class FileReason {
    private static final int LONGEST = 300;

    private FileReason() {}

    /** A few words without a full stop, which name no file: whoever asks knows what it was about. */
    public static String of(IOException refused, Texts texts) {
        if (refused instanceof AccessDeniedException) {
            return texts.get("file.denied");
        } else if (refused instanceof NoSuchFileException) {
            return texts.get("file.missing");
        } else if (refused instanceof FileAlreadyExistsException || refused instanceof NotDirectoryException) {
            return texts.get("file.in-the-way");
        } else if (refused instanceof FileSystemException file) {
            return file.getReason() == null || file.getReason().isBlank()
                    ? texts.get("file.refused")
                    : line(file.getReason());
        }
        String message = refused.getMessage();
        return message == null || message.isBlank() ? texts.get("file.refused") : line(message);
    }

    /** The same with the file that the system told, which may be another than was asked for: a folder above it. */
    public static String withFile(IOException refused, Texts texts) {
        String words = of(refused, texts);
        return refused instanceof FileSystemException file && file.getFile() != null
                ? file.getFile() + ": " + words
                : words;
    }

    private static String line(String message) {
        String line = message.lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
