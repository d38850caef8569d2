package convas.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.analysis.Analysis;
import convas.analysis.Analyzer;
import convas.app.picture.OwnPictures;
import convas.catalog.BuiltinCatalog;
import convas.cli.picture.Pictures;
import convas.export.profile.ProfileCsv;
import convas.export.profile.ProfileTrace;
import convas.export.report.OperatorDocs;
import convas.export.report.ProfilePage;
import convas.graph.Design;
import convas.graph.Value;
import convas.graph.json.DesignFormat;
import convas.operator.Catalog;
import convas.profiling.Ceilings;
import convas.profiling.Profile;
import convas.profiling.ProfileFolder;
import convas.profiling.SomeProfiles;
import convas.text.Texts;
import convas.training.RunSamples;
import convas.training.run.RunCard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept or taken away is the same wherever it is made: digits, dates and numbers never follow the locale. */
final class FilesInAnyLanguageTest {
    private static final Catalog CATALOG = BuiltinCatalog.create();
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    /** One of each way to write numbers, and those with digits of their own that one must ask for. */
    private static List<Locale> locales() {
        Map<List<Object>, Locale> byForm = new LinkedHashMap<>();
        Stream<Locale> asked = Stream.of(
                        "ar-EG-u-nu-arab",
                        "th-TH-u-nu-thai-ca-buddhist",
                        "hi-IN-u-nu-deva",
                        "tr-TR",
                        "ja-JP-u-ca-japanese")
                .map(Locale::forLanguageTag);
        Stream.concat(asked, Arrays.stream(Locale.getAvailableLocales())).forEach(locale -> {
            DecimalFormatSymbols form = DecimalFormatSymbols.getInstance(locale);
            byForm.putIfAbsent(
                    List.of(
                            form.getZeroDigit(),
                            form.getDecimalSeparator(),
                            form.getGroupingSeparator(),
                            form.getMinusSign(),
                            String.format(locale, "%,03d %.2f", -1_234, 1.5)),
                    locale);
        });
        return List.copyOf(byForm.values());
    }

    private Map<String, byte[]> files(Locale locale) throws Exception {
        Locale.setDefault(locale);
        Texts texts = new Texts(locale);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Design design = new DesignFormat()
                .read(Path.of("presets", "digits-ghost.json"))
                .value()
                .orElseThrow();
        Analysis analysis = new Analyzer(CATALOG).analyze(design);
        for (String ending : List.of("svg", "pdf")) {
            files.put(
                    ending,
                    new OwnPictures(() -> CATALOG, texts)
                            .draw(new Pictures.Request(design, Optional.of(analysis), ending, "", false, 1.25, true)));
        }
        Profile profile = SomeProfiles.training(
                "digits-ghost",
                "2026-11-25T12:00:00+01:00",
                SomeProfiles.node("conv1", 1234.5),
                SomeProfiles.node("down1", 0.5));
        Ceilings ceilings = new Ceilings("Some", "cpu", 2, 1234.5, 10, 5, "2026-11-25T12:00:00+01:00");
        files.put("html", utf8(new ProfilePage(profile, ceilings, design, analysis, CATALOG, texts).html()));
        files.put("csv", utf8(ProfileCsv.of(profile, ceilings)));
        files.put("trace", utf8(ProfileTrace.of(profile).toString()));
        files.put("json", new DesignFormat().write(design.withDescription("\u0001\u0007 1234567")));
        files.put("svg of a body", utf8(new OperatorDocs(CATALOG).files().get("images/GhostModule.svg")));
        Path runs = Files.createDirectory(folder.resolve("runs" + locale.toLanguageTag()));
        Path run = RunSamples.write(
                runs, "net", 0.5, 1_234_567, RunCard.Status.FINISHED, Map.of("epochs", Value.of(1_234)));
        files.put("run's folder", utf8(run.getFileName().toString()));
        for (String file : List.of("card.json", "recipe.json", "metrics.jsonl", "design.json")) {
            files.put(file, Files.readAllBytes(run.resolve(file)));
        }
        Path kept = new ProfileFolder(runs).save(profile);
        files.put("profile's name", utf8(kept.getFileName().toString()));
        files.put("profile", Files.readAllBytes(kept));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void allFilesAreTheSameInEveryLanguage() throws Exception {
        Map<String, byte[]> english = files(Locale.ENGLISH);
        List<Locale> locales = locales();
        assertTrue(locales.size() > 15, locales.toString());
        for (Locale locale : locales) {
            Map<String, byte[]> files = files(locale);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String what = file.getKey() + " in " + locale.toLanguageTag();
                // Sentences may be Chinese; numbers are never.
                if (!locale.getLanguage().equals("zh")) {
                    assertArrayEquals(english.get(file.getKey()), file.getValue(), what);
                }
                String text = new String(file.getValue(), StandardCharsets.UTF_8);
                if (!file.getKey().equals("pdf")) {
                    assertEquals(
                            "",
                            text.codePoints()
                                    .filter(each -> each > 0x7f && Character.isDigit(each))
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                    .toString(),
                            what);
                }
            }
        }
    }
}
