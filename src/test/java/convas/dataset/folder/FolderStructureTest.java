package convas.dataset.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.dataset.Dataset;
import convas.dataset.OpenedKinds;
import convas.dataset.Survey;
import convas.dataset.Targets;
import convas.text.Texts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders as people have them: other names for parts, wrapped once more, with links and with what systems leave. */
final class FolderStructureTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("data"));
    }

    private void images(String place, int count) throws IOException {
        images(folder.resolve(place), count);
    }

    private static void images(Path place, int count) throws IOException {
        Files.createDirectories(place);
        for (int index = 0; index < count; index++) {
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, index + 1);
            ImageIO.write(image, "png", place.resolve(index + ".png").toFile());
        }
    }

    private Dataset open() throws Exception {
        return OpenedKinds.open(new ImageFolder(), folder, "image_size", List.of(4, 4));
    }

    private static List<String> classes(Dataset dataset) {
        return ((Targets.Classes) dataset.targets()).names();
    }

    /** Images that train, validate and test. */
    private static List<Integer> parts(Dataset dataset) {
        var split = dataset.split().orElseThrow();
        return List.of(
                split.training().size(), split.validation().size(), split.test().size());
    }

    private static List<String> told(Dataset dataset) {
        return OpenedKinds.sentences(dataset.survey().findings().stream()
                .map(Survey.Finding::sentence)
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Train, Test",
        "train, valid",
        "Training, Testing",
        "TRAIN, VAL",
        "seg_train, seg_test",
        "train2017, val2017",
        "training_set, test_set",
        "Training Set, Validation Set",
        "flowers_train, flowers_test",
        "train-images, dev-images",
        "trn, eval"
    })
    void partsAreRecognisedHoweverTheirNamesAreWritten(String training, String held) throws Exception {
        images(training + "/cat", 6);
        images(training + "/dog", 6);
        images(held + "/cat", 3);
        images(held + "/dog", 3);
        Dataset dataset = open();
        assertEquals(List.of("cat", "dog"), classes(dataset));
        assertEquals(List.of(12, 6, 0), parts(dataset));
        assertTrue(
                told(dataset)
                        .contains("Trains: " + folder.resolve(training) + ", recognised by the name \"" + training
                                + "\"."),
                () -> told(dataset).toString());
    }

    @Test
    void partsInOneMoreFolderAreFound() throws Exception {
        images("set/train/cat", 6);
        images("set/train/dog", 6);
        images("set/val/cat", 3);
        images("set/val/dog", 3);
        images("__MACOSX/set/train/cat", 2);
        Files.writeString(folder.resolve("README.txt"), "of the set");
        Dataset dataset = open();
        assertEquals(List.of("cat", "dog"), classes(dataset));
        assertEquals(List.of(12, 6, 0), parts(dataset));
        assertTrue(
                told(dataset)
                        .contains(folder + " holds images in one folder of folders only, so that was looked into: "
                                + folder.resolve("set") + "."),
                () -> told(dataset).toString());
    }

    @Test
    void partsThatHoldAFolderOfTheirOwnNameAreLookedInto() throws Exception {
        images("seg_train/seg_train/sea", 4);
        images("seg_train/seg_train/street", 4);
        images("seg_test/seg_test/sea", 2);
        images("seg_test/seg_test/street", 2);
        images("seg_pred/seg_pred", 5);
        Dataset dataset = open();
        assertEquals(List.of("sea", "street"), classes(dataset));
        assertEquals(List.of(8, 4, 0), parts(dataset));
        assertTrue(
                told(dataset)
                        .contains("Left aside, since they are neither for training nor for validation nor for test,"
                                + " folders: 1 (seg_pred)."),
                () -> told(dataset).toString());
    }

    @Test
    void aClassCalledTrainBesideOthersIsAClass() throws Exception {
        images("bus", 2);
        images("car", 2);
        images("train", 2);
        Dataset dataset = open();
        assertEquals(List.of("bus", "car", "train"), classes(dataset));
        assertEquals(6, dataset.size());
        assertTrue(dataset.split().isEmpty());
        assertEquals(
                List.of("\"train\" in " + folder
                        + " is taken for a class like the folders beside it, not for a part of the data."),
                OpenedKinds.sentences(dataset.notes()));
    }

    @Test
    void linksToFoldersAreFollowed() throws Exception {
        images(temporary.resolve("real/a"), 6);
        images(temporary.resolve("real/b"), 6);
        Files.createSymbolicLink(folder.resolve("a"), temporary.resolve("real/a"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("../real/b"));
        Dataset dataset = open();
        assertEquals(List.of("a", "b"), classes(dataset));
        assertEquals(12, dataset.size());
        assertTrue(new ImageFolder().recognises(folder));
    }

    @Test
    void oneLinkBesideFoldersLosesNoImage() throws Exception {
        images("a", 3);
        images(temporary.resolve("elsewhere"), 4);
        Files.createSymbolicLink(folder.resolve("c"), temporary.resolve("elsewhere"));
        Dataset dataset = open();
        assertEquals(List.of("a", "c"), classes(dataset));
        assertEquals(7, dataset.size());
        assertEquals(List.of(), dataset.notes());
    }

    @Test
    void linksInCirclesEnd() throws Exception {
        images("a", 2);
        images("b", 2);
        Files.createSymbolicLink(folder.resolve("a/up"), folder);
        Files.createSymbolicLink(folder.resolve("all"), folder);
        Files.createSymbolicLink(folder.resolve("b/self"), Path.of("self"));
        Dataset dataset = open();
        assertEquals(List.of("a", "b"), classes(dataset));
        assertEquals(4, dataset.size());
        assertEquals(
                List.of(
                        "Left aside, since they are links to what is not there: 1 (b" + java.io.File.separator
                                + "self).",
                        "Left aside, since they are links to a folder that they lie in themselves: 2 (a"
                                + java.io.File.separator + "up, all)."),
                OpenedKinds.sentences(dataset.notes()));
    }

    @Test
    void foldersThatSystemsAndProgramsMakeAreNoClasses() throws Exception {
        images("a", 2);
        images("b", 2);
        for (String name : List.of(
                "__MACOSX",
                ".ipynb_checkpoints",
                "@eaDir",
                "lost+found",
                "$RECYCLE.BIN",
                ".Trash",
                "System Volume Information")) {
            images(name, 1);
        }
        Files.writeString(folder.resolve("a/Thumbs.db"), "");
        Files.writeString(folder.resolve("a/._0.png"), "");
        Dataset dataset = open();
        assertEquals(List.of("a", "b"), classes(dataset));
        assertEquals(4, dataset.size());
        assertEquals(9, asideOf(dataset, "datasurvey.aside.hidden"));
        assertEquals(List.of(), dataset.notes());
    }

    private static long asideOf(Dataset dataset, String key) {
        return dataset.survey().findings().stream()
                .filter(finding -> finding.sentence().key().equals(key))
                .mapToLong(finding -> finding.count().orElseThrow())
                .sum();
    }

    @Test
    void filesThatAreNotReadAreCountedByTheirEnding() throws Exception {
        images("a", 4);
        images("b", 4);
        for (int index = 0; index < 6; index++) {
            Files.write(folder.resolve("a/" + index + ".heic"), new byte[] {1});
            Files.write(folder.resolve("b/" + index + ".HEIC"), new byte[] {1});
        }
        Files.writeString(folder.resolve("b/labels.txt"), "");
        Files.write(folder.resolve("0001"), new byte[] {1});
        images(".", 2);
        Dataset dataset = open();
        assertEquals(8, dataset.size());
        assertEquals(
                List.of(
                        "Left aside, since their names do not end as those of images that are read: 14 (.heic 12, - 1,"
                                + " .txt 1).",
                        "Left aside, since they lie beside the folders of classes and so belong to none, images: 2"
                                + " (0.png, 1.png)."),
                OpenedKinds.sentences(dataset.notes()));
    }

    @Test
    void aClassWithoutImagesIsSaid() throws Exception {
        images("a", 6);
        images("b", 6);
        Files.createDirectory(folder.resolve("c"));
        Files.createDirectory(folder.resolve("d"));
        Files.write(folder.resolve("d/1.heic"), new byte[] {1});
        Dataset dataset = open();
        assertEquals(List.of("a", "b", "c", "d"), classes(dataset));
        assertTrue(
                OpenedKinds.sentences(dataset.notes())
                        .contains("Classes without any image to train with: 2 (c, d). The network still gets a score"
                                + " for each."),
                () -> told(dataset).toString());
    }

    @Test
    void aClassWhoseImagesAreAllBrokenIsSaid() throws Exception {
        images("a", 2);
        images("b", 2);
        Files.createDirectory(folder.resolve("c"));
        Files.writeString(folder.resolve("c/1.png"), "no image");
        Dataset dataset = OpenedKinds.open(new ImageFolder(), folder, "image_size", List.of(4, 4), "corrupt", "skip");
        assertEquals(
                1,
                dataset.survey().findings().stream()
                        .filter(finding -> finding.topic() == Survey.Topic.LABELS)
                        .filter(finding -> finding.examples().equals(List.of("c")))
                        .count());
        assertEquals(1, asideOf(dataset, "datasurvey.broken.skipped"));
    }

    @Test
    void namesAreOneNameHoweverUnicodeStoresThem() throws Exception {
        String composed = "größe";
        String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
        images("train/" + composed, 4);
        images("train/x", 4);
        images("val/" + apart, 4);
        images("val/x", 4);
        Dataset dataset = open();
        assertEquals(List.of(composed, "x"), classes(dataset));
        assertEquals(List.of(8, 8, 0), parts(dataset));
        images("train/" + apart, 2);
        assertEquals(List.of(composed, "x"), classes(open()));
        assertEquals(List.of(10, 8, 0), parts(open()));
    }

    @Test
    void aTestWithoutClassesLeavesAShareOfTheTrainingImagesToValidate() throws Exception {
        images("train/a", 4);
        images("train/b", 4);
        images("test", 5);
        Dataset dataset = open();
        assertEquals(8, dataset.size());
        assertTrue(dataset.split().isEmpty());
        assertEquals(
                "The images of " + folder.resolve("test") + " neither train nor validate.",
                OpenedKinds.sentences(dataset.notes()).get(0));
    }

    @Test
    void aFolderThatCannotBeReadIsNeverTakenForAnEmptyOne() throws Exception {
        FolderPlace place = FolderPlace.at(folder);
        Files.delete(folder);
        // The structure is looked for first, and the images afterwards.
        assertThrows(IOException.class, place::images);
        assertThrows(IOException.class, place::images);
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws Exception {
        images("train/a", 2);
        Files.createDirectories(folder.resolve("train/b"));
        images("val/a", 2);
        images("more", 1);
        Texts chinese = new Texts(Locale.SIMPLIFIED_CHINESE);
        for (Survey.Finding finding : open().survey().findings()) {
            String sentence =
                    chinese.get(finding.sentence().key(), finding.sentence().arguments());
            assertTrue(sentence.codePoints().anyMatch(Character::isIdeographic), sentence);
        }
    }
}
