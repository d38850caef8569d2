package convas.dataset.folder;

import convas.dataset.DataProblem;
import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import convas.dataset.Survey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The image files of a folder.
 *
 * @param classes in the order of their names
 * @param items first those that train where the folder itself says so, last those that test
 * @param training how many of them train; absent where the folder does not say
 * @param test how many of them test
 * @param survey how the folder was understood, and what in it is left aside
 */
record FolderListing(
        Path folder, List<String> classes, List<Item> items, Optional<Integer> training, int test, Survey survey) {
    /** One image. */
    record Item(Path file, int label) {}

    /** @throws DatasetException with everything that keeps the folder from being one of images by classes */
    static FolderListing of(Path folder) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw DatasetException.of(
                    DatasetOption.PATH, Files.exists(folder) ? "dataset.folder.not" : "dataset.path.missing", folder);
        }
        try {
            return new FolderReading(folder).listing();
        } catch (IOException unreadable) {
            throw DatasetException.unreadable(DatasetOption.PATH, refused(folder, unreadable), unreadable);
        }
    }

    /** Which of the folders below it is, where that is told. */
    private static Path refused(Path folder, IOException why) {
        return why instanceof FileSystemException one && one.getFile() != null ? Path.of(one.getFile()) : folder;
    }

    /** An item's file below the folder. */
    String place(int item) {
        return place(folder, items.get(item));
    }

    static String place(Path folder, Item item) {
        return folder.relativize(item.file()).toString();
    }

    /** The same with more that was met. */
    FolderListing with(List<Survey.Finding> more) {
        return new FolderListing(folder, classes, items, training, test, survey.with(more));
    }

    /** The same without some of its items. */
    FolderListing without(List<Integer> bad, List<DataProblem> told) {
        if (bad.isEmpty()) {
            return this;
        }
        List<Item> left = new ArrayList<>();
        List<String> files = new ArrayList<>();
        java.util.Set<Integer> gone = new java.util.HashSet<>(bad);
        for (int index = 0; index < items.size(); index++) {
            if (gone.contains(index)) {
                files.add(place(index));
            } else {
                left.add(items.get(index));
            }
        }
        List<Survey.Finding> findings = new ArrayList<>();
        findings.add(new Survey.Finding(
                Survey.Topic.BROKEN,
                false,
                DataProblem.of("", "datasurvey.broken.skipped", bad.size()),
                OptionalLong.of(bad.size()),
                files));
        told.forEach(problem ->
                findings.add(new Survey.Finding(Survey.Topic.BROKEN, true, problem, OptionalLong.empty(), List.of())));
        Optional<Integer> trains = training.map(count ->
                count - (int) bad.stream().filter(index -> index < count).count());
        int first = items.size() - test;
        int tests = test - (int) bad.stream().filter(index -> index >= first).count();
        return new FolderListing(folder, classes, left, trains, tests, survey.with(findings));
    }

    /** The same, and which classes have no image to train with, where there are such. */
    FolderListing withEmptyClasses() {
        boolean[] full = new boolean[classes.size()];
        items.subList(0, training.orElse(items.size())).forEach(item -> full[item.label()] = true);
        List<String> empty = new ArrayList<>();
        for (int label = 0; label < full.length; label++) {
            if (!full[label]) {
                empty.add(classes.get(label));
            }
        }
        if (empty.isEmpty()) {
            return this;
        }
        String named = String.join(", ", empty.subList(0, Math.min(Survey.NAMED, empty.size())));
        Survey.Finding finding = new Survey.Finding(
                Survey.Topic.LABELS,
                true,
                DataProblem.of(
                        "",
                        "datasurvey.labels.empty",
                        empty.size(),
                        named + (empty.size() > Survey.NAMED ? ", ..." : "")),
                OptionalLong.of(empty.size()),
                empty);
        return new FolderListing(folder, classes, items, training, test, survey.with(List.of(finding)));
    }
}
