package convas.editor.comfort;

import convas.editor.Settings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Something that is on or off, from one start to the next. */
public final class Switch {
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();

    /** @param first before anybody has chosen */
    public Switch(Settings settings, String key, boolean first) {
        on.set(settings.get(key).map(Boolean::parseBoolean).orElse(first));
        on.addListener((property, before, now) -> settings.set(key, Boolean.toString(now)));
    }

    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    public void toggle() {
        on.set(!on.get());
    }
}
