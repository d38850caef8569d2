package convas.dataset.folder;

import convas.dataset.DatasetException;
import convas.dataset.DatasetOption;
import convas.dataset.Survey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists the images of a folder once it is known how it is built. For one thread. */
final class FolderReading {
    private final Path folder;
    private final Leftovers leftovers = new Leftovers();
    private final List<Survey.Finding> findings = new ArrayList<>();
    private int links;

    FolderReading(Path folder) {
        this.folder = folder;
    }

    FolderListing listing() throws IOException, DatasetException {
        FolderStructure structure = FolderStructure.of(FolderPlace.at(folder));
        findings.addAll(structure.told());
        for (FolderPlace each : structure.above()) {
            beside(each);
        }
        for (FolderPlace each : structure.left()) {
            leftovers.add(Leftovers.Reason.FOLDER, each.path());
        }
        FolderListing listing = structure.parts().isEmpty() ? plain(structure.top()) : parts(structure);
        if (links > 0) {
            findings.add(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.links", links));
        }
        findings.addAll(leftovers.findings(folder));
        return new FolderListing(
                folder, listing.classes(), listing.items(), listing.training(), listing.test(), new Survey(findings));
    }

    private FolderListing plain(FolderPlace top) throws IOException, DatasetException {
        Map<String, List<FolderPlace>> classes = classes(top);
        List<FolderListing.Item> items = items(classes, List.copyOf(classes.keySet()));
        findings.add(Survey.note(Survey.Topic.STRUCTURE, "datasurvey.structure.classes", top.path(), classes.size()));
        beside(top);
        return listing(List.copyOf(classes.keySet()), demand(top, classes, items), Optional.empty(), 0);
    }

    private FolderListing listing(
            List<String> classes, List<FolderListing.Item> items, Optional<Integer> training, int test) {
        return new FolderListing(folder, classes, items, training, test, Survey.NOTHING);
    }

    private FolderListing parts(FolderStructure structure) throws IOException, DatasetException {
        FolderPlace training = structure.parts().get(PartName.Role.TRAINING);
        Optional<FolderPlace> validation = Optional.ofNullable(structure.parts().get(PartName.Role.VALIDATION));
        Optional<FolderPlace> test = Optional.ofNullable(structure.parts().get(PartName.Role.TEST));
        Map<String, List<FolderPlace>> trained = classes(training);
        List<String> classes = List.copyOf(trained.keySet());
        List<FolderListing.Item> items = new ArrayList<>(demand(training, trained, items(trained, classes)));
        int count = items.size();
        if (validation.isEmpty() && test.isPresent() && !knowsNone(test.get(), classes)) {
            validation = test;
            test = Optional.empty();
            findings.add(Survey.note(
                    Survey.Topic.STRUCTURE,
                    "datasurvey.structure.test-validates",
                    validation.get().path()));
        }
        if (validation.isPresent()) {
            items.addAll(validating(validation.get(), training, classes));
        }
        int tested = 0;
        if (test.isPresent()) {
            Map<String, List<FolderPlace>> found = classes(test.get());
            List<FolderListing.Item> last = items(found, classes);
            // Tests of contests come without classes, or with one folder of everything.
            if (last.isEmpty() || validation.isEmpty() || !classes.containsAll(found.keySet())) {
                findings.add(Survey.warning(
                        Survey.Topic.ASIDE, "dataset.folder.test", test.get().path()));
            } else {
                items.addAll(last);
                tested = last.size();
            }
        }
        return listing(classes, items, validation.isPresent() ? Optional.of(count) : Optional.empty(), tested);
    }

    private List<FolderListing.Item> validating(FolderPlace held, FolderPlace training, List<String> classes)
            throws IOException, DatasetException {
        Map<String, List<FolderPlace>> found = classes(held);
        List<String> unknown = new ArrayList<>(found.keySet());
        unknown.removeAll(classes);
        if (!unknown.isEmpty()) {
            throw DatasetException.of(
                    DatasetOption.PATH,
                    "dataset.folder.classes",
                    held.path(),
                    String.join(", ", unknown),
                    training.path());
        }
        return demand(held, found, items(found, classes));
    }

    private static boolean knowsNone(FolderPlace part, List<String> classes) throws IOException {
        return part.folders().stream().noneMatch(each -> classes.contains(each.name()));
    }

    /** Folders by name; several only where their names are one name to people. */
    private Map<String, List<FolderPlace>> classes(FolderPlace in) throws IOException {
        Map<String, List<FolderPlace>> classes = new TreeMap<>();
        for (FolderPlace each : in.folders()) {
            classes.computeIfAbsent(each.name(), none -> new ArrayList<>()).add(each);
        }
        links += in.links();
        classes.forEach((name, places) -> {
            if (places.size() > 1) {
                findings.add(Survey.warning(
                        Survey.Topic.STRUCTURE, "datasurvey.structure.one-name", name, places.size(), in.path()));
            }
        });
        return classes;
    }

    private List<FolderListing.Item> items(Map<String, List<FolderPlace>> folders, List<String> classes)
            throws IOException {
        List<FolderListing.Item> items = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            List<Path> files = new ArrayList<>();
            for (FolderPlace place : folders.getOrDefault(classes.get(label), List.of())) {
                collect(place, 1, files);
            }
            files.sort(null);
            for (Path file : files) {
                items.add(new FolderListing.Item(file, label));
            }
        }
        return items;
    }

    private void collect(FolderPlace place, int depth, List<Path> files) throws IOException {
        files.addAll(place.images());
        place.tell(leftovers);
        links += place.links();
        for (FolderPlace each : place.folders()) {
            if (depth < FolderStructure.DEPTH) {
                collect(each, depth + 1, files);
            } else {
                leftovers.add(Leftovers.Reason.DEEP, each.path());
            }
        }
    }

    private void beside(FolderPlace place) throws IOException {
        place.tell(leftovers);
        for (Path image : place.images()) {
            leftovers.add(Leftovers.Reason.BESIDE, image);
        }
    }

    private static List<FolderListing.Item> demand(
            FolderPlace folder, Map<String, List<FolderPlace>> classes, List<FolderListing.Item> items)
            throws DatasetException {
        if (classes.isEmpty()) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.folder.no-classes", folder.path());
        } else if (items.isEmpty()) {
            throw DatasetException.of(DatasetOption.PATH, "dataset.folder.no-images", folder.path());
        }
        return items;
    }
}
