package convas.editor.keys;

import convas.editor.task.Pulse;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Takes the keyboard to where work goes on when the control goes that had it, for instance a button that has done what it
 * was for: the toolkit would hand it to whichever control comes first.
 */
public final class LostFocus {
    private final Scene scene;
    private final Pulse pulse;
    private final Runnable home;
    private boolean lost;

    private LostFocus(Scene scene, Pulse pulse, Runnable home) {
        this.scene = scene;
        this.pulse = pulse;
        this.home = home;
    }

    /** @param home takes the keyboard to where work goes on */
    public static void watch(Scene scene, Pulse pulse, Runnable home) {
        LostFocus watch = new LostFocus(scene, pulse, home);
        scene.focusOwnerProperty().addListener((property, before, now) -> watch.changed(before, now));
    }

    private void changed(Node before, Node now) {
        if (now == null) {
            lost = before != null && isGone(before);
            if (lost) {
                settle(Optional.empty());
            }
        } else if (lost) {
            lost = false;
            settle(Optional.of(now));
        }
    }

    /** Where nobody has taken the keyboard on purpose since. */
    private void settle(Optional<Node> given) {
        pulse.once(() -> {
            if (Optional.ofNullable(scene.getFocusOwner()).equals(given)) {
                home.run();
            }
        });
    }

    private boolean isGone(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisable()) {
                return true;
            }
        }
        return node.getScene() != scene;
    }
}
