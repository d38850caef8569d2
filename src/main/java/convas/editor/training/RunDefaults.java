package convas.editor.training;

import convas.editor.Settings;
import convas.editor.comfort.Preference;
import convas.text.Texts;
import convas.training.RunOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** On what new runs train where nothing else is said: device and threads, as a person set them once. */
public final class RunDefaults {
    private static final String DEVICE = "training.device";
    private static final String THREADS = "training.threads";
    private static final String AUTO = RunOptions.ANY_DEVICE;
    /** More in one machine are chosen on the command line. */
    private static final int GPUS = 2;

    private final Settings settings;

    public RunDefaults(Settings settings) {
        this.settings = settings;
    }

    /** Asked at the start of each run. A run goes on when the window is closed; see {@link Leaving}. */
    public RunOptions options() {
        return RunOptions.DEFAULT.staying().withDevice(device()).withThreads(threads());
    }

    private String device() {
        return settings.get(DEVICE).orElse(AUTO);
    }

    /** Absent where Convas decides; also where the settings hold no number, or more threads than there are. */
    private OptionalInt threads() {
        int most = Runtime.getRuntime().availableProcessors();
        return settings.get(THREADS).stream()
                .filter(text -> text.matches("[1-9][0-9]{0,3}"))
                .mapToInt(Integer::parseInt)
                .filter(count -> count <= most)
                .findFirst();
    }

    /** The rows of the preferences. */
    public List<Preference> preferences(Texts texts) {
        Map<String, String> devices = new LinkedHashMap<>();
        devices.put(AUTO, texts.get("editorcomfort.device.auto"));
        devices.put("cpu", texts.get("editorcomfort.device.cpu"));
        for (int gpu = 0; gpu < GPUS; gpu++) {
            devices.put("gpu" + gpu, texts.get("editorcomfort.device.gpu", gpu));
        }
        devices.putIfAbsent(device(), device());
        Map<String, String> threads = new LinkedHashMap<>();
        threads.put(AUTO, texts.get("editorcomfort.threads.auto"));
        for (int count = 1; count <= Runtime.getRuntime().availableProcessors(); count++) {
            threads.put(Integer.toString(count), Integer.toString(count));
        }
        OptionalInt now = threads();
        return List.of(
                Preference.choice(
                        "preference-device",
                        texts.get("editorcomfort.device"),
                        devices,
                        device(),
                        chosen -> settings.set(DEVICE, chosen)),
                Preference.choice(
                        "preference-threads",
                        texts.get("editorcomfort.threads"),
                        threads,
                        now.isPresent() ? Integer.toString(now.getAsInt()) : AUTO,
                        chosen -> settings.set(THREADS, chosen)));
    }
}
