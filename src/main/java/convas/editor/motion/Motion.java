package convas.editor.motion;

import convas.editor.Settings;
import convas.editor.task.Tasks;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether things may move on the screen by themselves: as the user said in this program, else as they said to the
 * system, else yes. Used on the window's thread.
 */
public final class Motion {
    private static final Logger LOG = LoggerFactory.getLogger(Motion.class);
    private static final String SETTING = "motion";

    private final Settings settings;
    private boolean system = true;

    /** @param tasks asks the system, in the background; until it has answered, the answer is yes */
    public Motion(Settings settings, Tasks tasks) {
        this.settings = settings;
        if (said().isEmpty()) {
            tasks.start(
                    SystemMotion::isWanted,
                    answer -> system = answer.orElse(true),
                    failure -> LOG.info("What the system says of animations is unknown: {}", failure.toString()));
        }
    }

    public boolean isWanted() {
        return said().orElse(system);
    }

    /** Turns it off where it is on, and on where it is off, for good. */
    public void toggle() {
        settings.set(SETTING, Boolean.toString(!isWanted()));
    }

    private Optional<Boolean> said() {
        return settings.get(SETTING).map(Boolean::parseBoolean);
    }
}
