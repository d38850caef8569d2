package convas.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of every kind, each ending in an answer or in a sentence.
 *
 * <pre>
 * ./convas test --mutants 100000                          many, in equal parts
 * ./convas test --mutants 100000 --seed 7                 others
 * ./convas test --mutants 1 --kind designs --seed 4711    one, as a failure names it
 * </pre>
 */
final class MutantsTest {
    private static final int USUALLY = 2400;

    @TempDir
    private Path base;

    @TestFactory
    Stream<DynamicTest> everyMutantEndsInAnAnswerOrASentence() throws Exception {
        String chosen = System.getProperty("convas.mutants.kind", "");
        List<Kind> kinds = Stream.of(
                        new DesignMutants(),
                        new TensorMutants(),
                        new ImageMutants(),
                        new ArchiveMutants(),
                        new RunFolderMutants(),
                        new ProfileMutants())
                .filter(kind -> chosen.isEmpty() || chosen.equals(kind.name()))
                .toList();
        assertTrue(!kinds.isEmpty(), "There is no kind of mutants that is called " + chosen + ".");
        int each = Math.max(1, Integer.getInteger("convas.mutants", USUALLY) / kinds.size());
        boolean many = System.getProperty("convas.mutants") != null;
        Path saved = Path.of(System.getProperty("convas.home", "."), "target", "mutants");
        long seed = Long.getLong("convas.mutants.seed", 1);
        return kinds.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    Path own = Files.createDirectory(base.resolve(kind.name()));
                    Tally tally = new Mutants(own, saved, line -> tell(many, line)).run(kind, seed, each);
                    tell(many, tally.text());
                    assertEquals(
                            0, tally.failures().size(), tally.text() + System.lineSeparator() + "They are in " + saved);
                    // Were all of them refused, or none, little would be tried.
                    assertTrue(each < 100 || tally.read() > each / 20 && tally.refused() > each / 20, tally.text());
                }));
    }

    private static void tell(boolean aloud, String line) {
        if (aloud) {
            System.out.println(line);
        }
    }
}
