package convas.editor.about;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.text.Release;
import convas.text.Texts;
import java.io.File;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AboutTest {
    private static final String CLASS_PATH = String.join(
            File.pathSeparator,
            "libraries/javafx-base-21.0.12-linux.jar",
            "libraries/jackson-core-2.21.8.jar",
            "libraries/api-0.35.1.jar",
            "libraries/pytorch-native-cpu-2.7.1-linux-x86_64.jar",
            "libraries/org.eclipse.elk.alg.layered-0.12.1.jar",
            "libraries/guava-33.5.0-jre.jar");

    @Test
    void namesEachLibraryWithItsVersionAndLicence() {
        List<String> lines = new About(new Texts(Locale.ENGLISH), new Release(), CLASS_PATH)
                .text()
                .lines()
                .toList();
        for (String line : List.of(
                "JavaFX 21.0.12: GPL 2 with the Classpath Exception",
                "Jackson 2.21.8: Apache 2.0",
                "Deep Java Library (DJL) 0.35.1: Apache 2.0",
                "PyTorch (libtorch) 2.7.1: BSD 3-Clause",
                "Eclipse Layout Kernel (ELK) 0.12.1: EPL 2.0",
                "Guava and its annotations 33.5.0: Apache 2.0",
                "JMH: GPL 2 with the Classpath Exception")) {
            assertTrue(lines.contains(line), () -> line + " is not among " + lines);
        }
        assertTrue(lines.contains("Licence: Apache 2.0. Without any warranty."));
    }

    @Test
    void saysItInBothLanguages() {
        About chinese = new About(new Texts(Locale.SIMPLIFIED_CHINESE), new Release(), CLASS_PATH);
        assertEquals("Convas " + new Release().version(), chinese.headline());
        assertTrue(chinese.text().contains("JavaFX 21.0.12：GPL 2 with the Classpath Exception"), chinese.text());
    }
}
