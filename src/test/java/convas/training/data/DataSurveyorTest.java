package convas.training.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Value;
import convas.text.Texts;
import convas.training.Designs;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataSurveyorTest {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    @TempDir
    private Path folder;

    /** Images whose left half is black and whose right half is white. */
    private void images(String place, int count) throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 4; y++) {
            image.setRGB(2, y, 0xffffff);
            image.setRGB(3, y, 0xffffff);
        }
        Files.createDirectories(folder.resolve(place));
        for (int index = 0; index < count; index++) {
            ImageIO.write(
                    image, "png", folder.resolve(place).resolve(index + ".png").toFile());
        }
    }

    private DataSurvey survey(String... options) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("type", Value.of("image-folder"));
        fields.put("path", Value.of(folder.toString()));
        fields.put("image_size", Value.of(4));
        for (int index = 0; index < options.length; index += 2) {
            fields.put(options[index], Value.of(options[index + 1]));
        }
        Design design = Design.empty("d").withTraining(Map.of("dataset", new Value.Mapping(fields)));
        return DataSurveyor.builtin().survey(design, Optional.empty(), Optional.empty(), 1);
    }

    private static List<String> lines(DataSurvey survey) {
        return DataLines.all(survey.facts().orElseThrow().report(), TEXTS).stream()
                .map(DataLines.Line::text)
                .toList();
    }

    @Test
    void aBrokenImageIsListedAndTheOthersAreShownAllTheSame() throws IOException {
        images("train/a", 4);
        images("train/b", 4);
        images("val/a", 2);
        images("val/b", 2);
        Files.writeString(folder.resolve("train/a/broken.png"), "no image");
        DataSurvey survey = survey();
        DataSurvey.Facts facts = survey.facts().orElseThrow();
        // Of the training images 9 are listed, and 8 can be read; half of their pixels are white.
        assertEquals(9, facts.training());
        assertEquals(8, facts.measured());
        assertEquals(List.of(0.5, 0.5, 0.5), facts.mean());
        assertFalse(facts.samples().isEmpty());
        assertEquals(1, survey.problems().size());
        assertTrue(survey.problems().get(0).diagnostic().isError());
        assertTrue(
                survey.problems().get(0).diagnostic().sentence(TEXTS).contains("broken.png"),
                survey.problems().toString());
        assertFalse(survey("corrupt", "skip").problems().get(0).diagnostic().isError());
    }

    @Test
    void oneClassIsNothingToLearn() throws IOException {
        images("cats", 4);
        Files.createDirectory(folder.resolve("dogs"));
        List<String> problems = survey().problems().stream()
                .filter(problem -> problem.diagnostic().isError())
                .map(problem -> problem.diagnostic().sentence(TEXTS))
                .toList();
        assertEquals(
                List.of("All samples of image-folder that train are of one class, \"cats\": there is nothing to tell it"
                        + " from, so every answer would be right. Expected two classes or more."),
                problems);
    }

    @Test
    void aRunWithOneClassIsRefusedWithoutAdviceToFitIt() throws IOException {
        images("cats", 4);
        Design design = Designs.linear(
                "[3, 4, 4]",
                2,
                "{'dataset': {'type': 'image-folder', 'path': '"
                        + folder.toString().replace('\\', '/') + "', 'image_size': 4}, 'epochs': 1, 'batch_size': 2}");
        assertEquals(
                List.of("datasurvey.labels.one-class"),
                Designs.plan(design).problems().stream().map(Diagnostic::key).toList());
    }

    @Test
    void theReportSaysWhatARunWouldUse() throws IOException {
        images("Train/a", 3);
        images("Train/b", 2);
        images("Test/a", 1);
        Files.write(folder.resolve("Train/a/x.heic"), new byte[] {1});
        assertEquals(
                List.of(
                        "Data: image-folder at " + folder + ", samples of 3 × 4 × 4.",
                        "Trains: " + folder.resolve("Train") + ", recognised by the name \"Train\".",
                        "For tests: " + folder.resolve("Test") + ", recognised by the name \"Test\".",
                        "No folder is for validation, so that for tests validates: " + folder.resolve("Test") + ".",
                        "5 to train, 1 to validate, 0 to test, as the data are divided themselves.",
                        "2 classes to train with: a 3, b 2.",
                        "Values: mean 0.5000  0.5000  0.5000, deviation 0.5000  0.5000  0.5000, from 0.000 to 1.000 (over"
                                + " 5 training samples).",
                        "Left aside, since their names do not end as those of images that are read: 1 (.heic 1).",
                        "Classes without any sample to validate with: 1 (b)."),
                lines(survey()));
    }

    @Test
    void imagesOfOneColourAreNamed() throws IOException {
        images("train/a", 2);
        images("train/b", 2);
        images("val/a", 1);
        ImageIO.write(
                new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("train/b/black.png").toFile());
        String black = Path.of("train", "b", "black.png").toString();
        List<String> lines = lines(survey());
        long told = lines.stream()
                .filter(line -> line.startsWith("Samples with the same value everywhere (deviation 0): 1 of ")
                        && line.contains(black))
                .count();
        assertEquals(1, told, lines.toString());
    }

    @Test
    void dataWithoutContrastAreSaid() throws IOException {
        for (String place : List.of("train/a", "train/b", "val/a")) {
            Files.createDirectories(folder.resolve(place));
            for (int index = 0; index < 2; index++) {
                ImageIO.write(
                        new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB),
                        "png",
                        folder.resolve(place + "/" + index + ".png").toFile());
            }
        }
        assertTrue(lines(survey())
                .contains("Channels without any contrast, whose deviation is 0: 3 of 3, over 4 samples; they are not"
                        + " scaled."));
    }

    @Test
    void aFaultOfLabelsIsToldOnceWithAMendThatPutsItRight() {
        Design design = Designs.linear(
                "[1, 8, 8]", 3, "{'dataset': {'type': 'npz', 'path': 'src/test/resources/dataset/npz/lab1.npz'}}");
        List<DataSurvey.Problem> problems = analysed(design);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).diagnostic().isError());
        assertTrue(problems.get(0).diagnostic().line(TEXTS).contains("count from 1 (to 3)"));
        assertEquals(List.of(), analysed(problems.get(0).mend().orElseThrow().apply(design)));
    }

    private static List<DataSurvey.Problem> analysed(Design design) {
        Analyzer analyzer = new Analyzer(BuiltinCatalog.create());
        return DataSurveyor.builtin()
                .survey(design, Optional.of(analyzer.analyze(design)), Optional.empty(), 1)
                .problems();
    }
}
