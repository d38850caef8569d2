package convas.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/** That there is one way of writing files; each of the others is named here. */
@AnalyzeClasses(packages = "convas", importOptions = ImportOption.DoNotIncludeTests.class)
class FileRulesTest {
    private static final String REASON =
            "a file is written whole or not at all, under a name that cannot be guessed and"
                    + " through no link that came with a folder; convas.file alone does that";

    /** Of {@link Files}: what makes, fills or renames something. Folders may be made, and anything deleted. */
    private static final Set<String> WRITES = Set.of(
            "write",
            "writeString",
            "newOutputStream",
            "newBufferedWriter",
            "newByteChannel",
            "move",
            "createFile",
            "createTempFile",
            "createTempDirectory",
            "createLink",
            "createSymbolicLink",
            "setAttribute",
            "setPosixFilePermissions");

    /** Open a file by its name to write it, or may. */
    private static final Set<String> WRITERS = Set.of(
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.util.logging.FileHandler",
            "javax.imageio.stream.FileImageOutputStream",
            "javax.imageio.stream.FileCacheImageOutputStream",
            "java.nio.channels.AsynchronousFileChannel");

    /** May be given a {@link File}: they read, or ask for one. */
    private static final List<String> READERS = List.of(
            "java.util.zip.ZipFile", "java.io.File", "javafx.stage.FileChooser", "javafx.stage.DirectoryChooser");

    @ArchTest
    static final ArchRule filesAreWrittenInOnePlace = noClasses()
            .that(resideOutsideOfPackage("convas.file.."))
            .should()
            .accessTargetWhere(describe(
                    "write a file by java.nio.file.Files",
                    access -> isOf(access, Files.class.getName())
                            && (WRITES.contains(access.getTarget().getName()) || isCopyToPath(access))))
            .because(REASON);

    @ArchTest
    static final ArchRule channelsAreOpenedToReadOnly = noClasses()
            .that(resideOutsideOfPackage("convas.file.."))
            .should()
            .accessTargetWhere(describe(
                    "name an option other than READ",
                    access -> (isOf(access, StandardOpenOption.class.getName())
                                    && !access.getTarget().getName().equals("READ"))
                            || isOf(access, StandardCopyOption.class.getName())))
            .because(REASON);

    @ArchTest
    static final ArchRule noOldWayWrites = noClasses()
            .that(resideOutsideOfPackage("convas.file.."))
            .should()
            .accessTargetWhere(describe("open a file of java.io to write it", FileRulesTest::isOldWay))
            .because(REASON);

    private static boolean isOldWay(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        if (WRITERS.contains(owner)) {
            return true;
        }
        List<String> takes = takes(access);
        boolean byName = !takes.isEmpty() && takes.get(0).equals(String.class.getName());
        if (owner.equals("java.io.FileOutputStream")) {
            // A descriptor is one of the three streams that a process begins with.
            return access.getTarget().getName().equals("<init>") && !takes.equals(List.of("java.io.FileDescriptor"));
        } else if (Set.of("java.io.PrintWriter", "java.io.PrintStream", "java.util.Formatter")
                        .contains(owner)
                && access.getTarget().getName().equals("<init>")) {
            return byName || takes.contains(File.class.getName());
        } else if (owner.equals("java.io.File")) {
            return Set.of("createTempFile", "createNewFile", "renameTo")
                    .contains(access.getTarget().getName());
        } else if (owner.equals("java.lang.ProcessBuilder")) {
            return access.getTarget().getName().startsWith("redirect") && takes.contains(File.class.getName());
        }
        return takes.contains(File.class.getName()) && !READERS.contains(owner);
    }

    private static boolean isCopyToPath(JavaAccess<?> access) {
        return access.getTarget().getName().equals("copy")
                && !takes(access).equals(List.of("java.nio.file.Path", "java.io.OutputStream"));
    }

    private static boolean isOf(JavaAccess<?> access, String owner) {
        return access.getTargetOwner().getName().equals(owner);
    }

    private static List<String> takes(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static DescribedPredicate<JavaAccess<?>> describe(
            String words, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(words, test);
    }
}
