package convas.app;

import com.sun.jna.NativeLibrary;
import convas.cli.EditorLauncher.Obstacle;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a window needs of the machine, looked at before JavaFX is, whose own refusal is a stack trace: on Linux a screen
 * that answers and GTK 3; other systems have both always.
 */
final class Desktop {
    /** {@code :0}, {@code :0.0}, {@code host:10.0}, {@code unix:0}. */
    private static final Pattern DISPLAY = Pattern.compile("(.*):(\\d+)(\\.\\d+)?");

    private static final int X11_PORT = 6000;
    private static final int PATIENCE_MILLIS = 2000;

    private final Map<String, String> environment;
    private final Predicate<String> library;

    /** @param library whether a library of this file name can be loaded */
    Desktop(Map<String, String> environment, Predicate<String> library) {
        this.environment = environment;
        this.library = library;
    }

    /**
     * Why there can be no window here.
     *
     * @param file what the user wanted to open, for the command that works without a window
     */
    Optional<Obstacle> obstacle(String file) {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty()) {
            return Optional.of(new Obstacle("cli.editor.noDisplay", List.of(virtual(file), file), true));
        }
        if (!answers(display)) {
            return Optional.of(new Obstacle("cli.editor.deadDisplay", List.of(display, virtual(file), file), true));
        }
        for (String name : List.of("libgtk-3.so.0", "libXtst.so.6")) {
            if (!library.test(name)) {
                return Optional.of(new Obstacle("cli.editor.noLibrary", List.of(name, install(), file), false));
            }
        }
        return Optional.empty();
    }

    /** The command that shows the window on a virtual screen. */
    private String virtual(String file) {
        String run = "xvfb-run -a ./convas " + file;
        return has("xvfb-run") ? run : packages("xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb") + " && " + run;
    }

    private String install() {
        return packages("libgtk-3-0 libxtst6", "gtk3 libXtst", "gtk3 libxtst");
    }

    /** The command of this system that installs something. */
    private String packages(String debian, String fedora, String arch) {
        if (has("dnf")) {
            return "sudo dnf install " + fedora;
        } else if (has("pacman")) {
            return "sudo pacman -S " + arch;
        }
        return "sudo apt-get install " + debian;
    }

    private boolean has(String program) {
        for (String folder : environment.getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static boolean answers(String display) {
        Matcher matcher = DISPLAY.matcher(display);
        if (!matcher.matches()) {
            return false;
        }
        String host = matcher.group(1);
        int number = Integer.parseInt(matcher.group(2));
        if (host.isEmpty() || host.equals("unix")) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                return channel.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number));
            } catch (IOException dead) {
                return answers("localhost", number);
            }
        }
        return answers(host, number);
    }

    private static boolean answers(String host, int number) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, X11_PORT + number), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException dead) {
            return false;
        }
    }

    /** Whether the system's loader finds a library. */
    static boolean isLoadable(String name) {
        try {
            NativeLibrary.getInstance(name);
            return true;
        } catch (UnsatisfiedLinkError absent) {
            return false;
        }
    }
}
