package convas.profiling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.file.AtomicFile;
import convas.file.RegularFile;
import convas.file.UnfitFileException;
import convas.graph.Diagnostic;
import convas.graph.json.FiniteJson;
import convas.graph.json.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The profiles that are kept: a folder for each design's name, in it a file for each profile. Together they are the
 * history of a design over its edits.
 */
public final class ProfileFolder {
    private static final String ENDING = ".json";
    /** A profile of a hundred thousand nodes is less. */
    private static final int LARGEST = 64 << 20;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
    private static final ObjectMapper JSON = new ObjectMapper(new FiniteJson());

    private final Path folder;
    private final AtomicFile file = new AtomicFile();

    public ProfileFolder(Path folder) {
        this.folder = folder;
    }

    /** Where this user's profiles are, of the window and of the command line. */
    public static Path ofUser() {
        return Path.of(System.getProperty("user.home"), "Convas", "profiles");
    }

    /**
     * Keeps a profile; the folder is made where it is missing.
     *
     * @return its file
     * @throws IOException where it could not be written; nothing is left half-written
     */
    public Path save(Profile profile) throws IOException {
        Path place = Files.createDirectories(of(profile.design()));
        OffsetDateTime taken = time(profile);
        String name = TIME.format(taken) + "-" + profile.digest();
        Path path = place.resolve(name + ENDING);
        for (int number = 2; Files.exists(path); number++) {
            path = place.resolve(name + "-" + number + ENDING);
        }
        write(profile, path);
        return path;
    }

    /** Writes a profile to a file of its own, whole or not at all. */
    public void write(Profile profile, Path path) throws IOException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ProfileJson.write(profile));
        file.write(path, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a file says to be a profile, sound or not. */
    public static boolean isProfile(Path path) {
        try {
            return JSON.readTree(RegularFile.read(path, LARGEST))
                    .path("format")
                    .asText()
                    .equals(ProfileJson.FORMAT);
        } catch (IOException none) {
            return false;
        }
    }

    /** The profile in a file, or what is wrong with it. */
    public static Reading<Profile> read(Path path) {
        try {
            return new Reading<>(
                    Optional.of(ProfileJson.read(JSON.readTree(RegularFile.read(path, LARGEST)))), List.of());
        } catch (NoSuchFileException missing) {
            return refused("profiling.file.missing", path);
        } catch (UnfitFileException unfit) {
            return unfit.kind() == UnfitFileException.Kind.TOO_LARGE
                    ? refused("profiling.file.too-large", path, LARGEST >> 20)
                    : refused("profiling.file.no-file", path);
        } catch (JsonProcessingException broken) {
            return refused("profiling.file.not-json", path);
        } catch (IOException unreadable) {
            return refused("profiling.file.unreadable", path, unreadable.getMessage());
        } catch (IllegalArgumentException other) {
            return refused("profiling.file.field", path, other.getMessage());
        }
    }

    private static Reading<Profile> refused(String key, Object... arguments) {
        return new Reading<>(Optional.empty(), List.of(Diagnostic.error("", "", key, arguments)));
    }

    /**
     * Every profile of a design's name, oldest first; empty where there is none. What is wrong with single files is among
     * the problems, and the others are there.
     */
    public Reading<List<Profile>> history(String design) {
        List<Profile> profiles = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(of(design), "*" + ENDING)) {
            for (Path path : files) {
                Reading<Profile> reading = read(path);
                reading.value().ifPresent(profiles::add);
                problems.addAll(reading.problems());
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return new Reading<>(Optional.of(List.of()), List.of());
        } catch (IOException unreadable) {
            problems.add(Diagnostic.error("", "", "profiling.file.unreadable", of(design), unreadable.getMessage()));
        }
        profiles.sort(Comparator.comparing(ProfileFolder::time, OffsetDateTime.timeLineOrder()));
        return new Reading<>(Optional.of(List.copyOf(profiles)), problems);
    }

    /** The profiles of a design's name that were taken under one setting and so can be compared, oldest first. */
    public List<Profile> history(String design, Setting setting) {
        return history(design).value().orElseThrow().stream()
                .filter(profile -> profile.setting().equals(setting))
                .toList();
    }

    private static OffsetDateTime time(Profile profile) {
        try {
            return OffsetDateTime.parse(profile.taken());
        } catch (DateTimeParseException changedByHand) {
            return OffsetDateTime.MIN;
        }
    }

    private Path of(String design) {
        String plain = design.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return folder.resolve(plain.isEmpty() ? "design" : plain);
    }
}
