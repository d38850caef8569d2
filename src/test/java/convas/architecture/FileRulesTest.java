package convas.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.File;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * That there is one way of writing files: what else the JDK and the libraries offer is forbidden, and each of those ways is
 * tried, see {@link WaysOfWriting}.
 */
class FileRulesTest {
    private static final String REASON =
            "a file is written whole or not at all, under a name that cannot be guessed and"
                    + " through no link that came with a folder; convas.file alone does that";

    /** Of {@link Files}: what reads. Folders may be made, and anything deleted. */
    private static final Set<String> READS = Set.of(
            "createDirectories",
            "createDirectory",
            "delete",
            "deleteIfExists",
            "exists",
            "find",
            "getAttribute",
            "getFileAttributeView",
            "getFileStore",
            "getLastModifiedTime",
            "getOwner",
            "getPosixFilePermissions",
            "isDirectory",
            "isExecutable",
            "isHidden",
            "isReadable",
            "isRegularFile",
            "isSameFile",
            "isSymbolicLink",
            "isWritable",
            "lines",
            "list",
            "mismatch",
            "newBufferedReader",
            "newDirectoryStream",
            "newInputStream",
            "notExists",
            "probeContentType",
            "readAllBytes",
            "readAllLines",
            "readAttributes",
            "readString",
            "readSymbolicLink",
            "size",
            "walk",
            "walkFileTree");

    /** Open a file by its name to write it, or may. */
    private static final Set<String> WRITERS = Set.of(
            "java.awt.Desktop",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.lang.Runtime#exec",
            "java.net.ServerSocket",
            "java.nio.channels.AsynchronousFileChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.file.FileSystems#newFileSystem",
            "java.nio.file.spi.FileSystemProvider",
            "java.util.logging.FileHandler",
            "java.util.prefs.Preferences",
            "javax.imageio.ImageIO#createImageOutputStream",
            "javax.imageio.stream.FileCacheImageOutputStream",
            "javax.imageio.stream.FileImageOutputStream",
            "javax.xml.transform.stream.StreamResult#setSystemId",
            "com.sun.management.HotSpotDiagnosticMXBean",
            "org.openjdk.jmh.runner.options.ChainedOptionsBuilder#output",
            "org.openjdk.jmh.runner.options.ChainedOptionsBuilder#result");

    /** Packages whose business is to write files, or to fetch them. */
    private static final List<String> WRITING_PACKAGES = List.of(
            "ch.qos.logback",
            "com.google.common.io",
            "java.net.http",
            "java.rmi",
            "jdk.jfr",
            "org.apache.commons.io",
            "org.eclipse.emf.ecore.resource");

    /** With a name as the first argument they open a file of it. */
    private static final Set<String> OPEN_NAMES = Set.of(
            "java.io.PrintStream",
            "java.io.PrintWriter",
            "java.util.Formatter",
            "javax.xml.transform.stream.StreamResult");

    /** May be given a {@link File}: they read, or ask for one. */
    private static final List<String> READERS = List.of(
            "java.util.zip.ZipFile", "java.io.File", "javafx.stage.FileChooser", "javafx.stage.DirectoryChooser");

    /** May be given a {@link Path}: they read, or are looked at by a rule of their own. */
    private static final Set<String> PATH_READERS = Set.of(
            Files.class.getName(),
            Path.class.getName(),
            FileChannel.class.getName(),
            FileStore.class.getName(),
            FileSystem.class.getName(),
            PathMatcher.class.getName());

    /** Look into their own archive, start processes, or ask the system. What those do is theirs to see to. */
    private static final Set<String> KNOWN = Set.of(
            "convas.app.PresetFiles -> java.nio.file.FileSystems",
            "convas.editor.comfort.SystemTool -> java.lang.ProcessBuilder",
            "convas.child.ChildJvm -> java.lang.ProcessBuilder");

    /** Call the system itself. */
    private static final List<String> NATIVE =
            List.of("convas.app.Desktop", "convas.engine.EngineStartup", "convas.profiling.djl.NativeHeap");

    private static final List<ArchRule> RULES = List.of(
            rule("use java.nio.file.Files to do other than read", FileRulesTest::isWriteByFiles),
            rule("name an option other than READ", FileRulesTest::isOption),
            rule("open a file of java.io to write it", FileRulesTest::isOldWay),
            rule("have a library write a file", FileRulesTest::isLibraryWay),
            rule("start a process that may write", FileRulesTest::isProcess),
            rule("call the system past Java", FileRulesTest::isNative));

    @Test
    void filesAreWrittenInOnePlace() {
        JavaClasses program =
                new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)).importPackages("convas");
        assertEquals(
                List.of(),
                RULES.stream()
                        .flatMap(rule -> rule.evaluate(program).getFailureReport().getDetails().stream())
                        .toList());
    }

    /** A rule that was never broken may forbid nothing. */
    @Test
    void eachOtherWayIsForbidden() {
        JavaClasses seeded = new ClassFileImporter().importClasses(WaysOfWriting.class);
        String found = String.join(
                "\n",
                RULES.stream()
                        .map(rule -> rule.evaluate(seeded))
                        .map(EvaluationResult::getFailureReport)
                        .flatMap(report -> report.getDetails().stream())
                        .toList());
        List<String> allowed = new ArrayList<>();
        for (var way : WaysOfWriting.class.getDeclaredMethods()) {
            if (!way.isSynthetic() && !found.contains("WaysOfWriting." + way.getName() + "(")) {
                allowed.add(way.getName());
            }
        }
        assertEquals(List.of("reading"), allowed);
    }

    private static ArchRule rule(String words, Predicate<JavaAccess<?>> test) {
        return noClasses()
                .that(resideOutsideOfPackage("convas.file.."))
                .should()
                .accessTargetWhere(DescribedPredicate.describe(words, test))
                .because(REASON)
                .allowEmptyShould(true);
    }

    private static boolean isWriteByFiles(JavaAccess<?> access) {
        if (!isOf(access, Files.class.getName())) {
            return false;
        }
        String name = access.getTarget().getName();
        // Into a stream: whoever has that has it from here.
        boolean reads = READS.contains(name)
                || (name.equals("copy") && takes(access).equals(List.of("java.nio.file.Path", "java.io.OutputStream")));
        return !reads;
    }

    private static boolean isOption(JavaAccess<?> access) {
        boolean write = isOf(access, StandardOpenOption.class.getName())
                && !access.getTarget().getName().equals("READ");
        boolean anyOfASet =
                isOf(access, FileChannel.class.getName()) && takes(access).contains(Set.class.getName());
        return write || anyOfASet || isOf(access, StandardCopyOption.class.getName());
    }

    private static boolean isOldWay(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        if (isKnown(access)) {
            return false;
        } else if (WRITERS.contains(owner) || WRITERS.contains(owner + "#" + name)) {
            return true;
        }
        List<String> takes = takes(access);
        boolean byName = !takes.isEmpty() && takes.get(0).equals(String.class.getName());
        if (owner.equals("java.io.FileOutputStream")) {
            // A descriptor is one of the three streams that a process begins with.
            return name.equals("<init>") && !takes.equals(List.of("java.io.FileDescriptor"));
        } else if (OPEN_NAMES.contains(owner) && name.equals("<init>")) {
            return byName || takes.contains(File.class.getName());
        } else if (owner.equals("java.io.File")) {
            return Set.of("createTempFile", "createNewFile", "renameTo").contains(name);
        }
        return takes.contains(File.class.getName()) && !READERS.contains(owner);
    }

    private static boolean isLibraryWay(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return !owner.startsWith("convas.")
                && (WRITING_PACKAGES.stream().anyMatch(each -> owner.startsWith(each + "."))
                        || (takes(access).contains(Path.class.getName()) && !PATH_READERS.contains(owner)));
    }

    private static boolean isProcess(JavaAccess<?> access) {
        return isOf(access, ProcessBuilder.class.getName()) && !isKnown(access);
    }

    private static boolean isNative(JavaAccess<?> access) {
        String from = access.getOriginOwner().getName();
        return access.getTargetOwner().getPackageName().startsWith("com.sun.jna")
                && NATIVE.stream().noneMatch(each -> from.equals(each) || from.startsWith(each + "$"));
    }

    private static boolean isKnown(JavaAccess<?> access) {
        return KNOWN.contains(access.getOriginOwner().getName() + " -> "
                + access.getTargetOwner().getName());
    }

    private static boolean isOf(JavaAccess<?> access, String owner) {
        return access.getTargetOwner().getName().equals(owner);
    }

    private static List<String> takes(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }
}
