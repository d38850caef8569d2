package convas.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one can compute on, by the names that people use: {@code cpu}, {@code gpu0}, {@code gpu1}, ... */
public final class Devices {
    /** The first GPU where there is one, else the CPU. */
    static final String AUTO = "auto";

    private static final String GPU = "gpu";

    private Devices() {}

    /** Every device that the engine finds, the CPU first. */
    public static List<String> names(Engine engine) {
        List<String> names = new ArrayList<>(List.of(name(Device.cpu())));
        for (int index = 0; index < engine.getGpuCount(); index++) {
            names.add(GPU + index);
        }
        return names;
    }

    /**
     * The device of this name; {@code gpu} is the first of them.
     *
     * @throws RunFailure where there is none, with those that there are
     */
    public static Device choose(Engine engine, String wanted) throws RunFailure {
        List<String> names = names(engine);
        String name = wanted.toLowerCase(Locale.ROOT);
        if (name.equals(AUTO)) {
            name = names.get(names.size() > 1 ? 1 : 0);
        } else if (name.equals(GPU)) {
            name = GPU + 0;
        }
        if (!names.contains(name)) {
            throw RunFailure.of(null, "training.device", wanted, String.join(", ", names));
        }
        return name.startsWith(GPU) ? Device.gpu(Integer.parseInt(name.substring(GPU.length()))) : Device.cpu();
    }

    /** The name under which {@link #choose} finds a device. */
    public static String name(Device device) {
        return device.isGpu() ? GPU + device.getDeviceId() : "cpu";
    }
}
