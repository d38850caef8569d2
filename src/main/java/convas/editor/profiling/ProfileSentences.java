package convas.editor.profiling;

import convas.editor.Figures;
import convas.profiling.Profile;
import convas.profiling.ProfileEvent;
import convas.profiling.Setting;
import convas.profiling.Spread;
import convas.text.Texts;
import java.util.Locale;

/** What the profiler's panel says. */
final class ProfileSentences {
    private final Texts texts;

    ProfileSentences(Texts texts) {
        this.texts = texts;
    }

    /** A time with its middle half and how often it was measured. */
    static String range(Texts texts, Spread spread) {
        return texts.get(
                "editorprofiling.range",
                Figures.milliseconds(spread.middle()),
                Figures.milliseconds(spread.low()),
                Figures.milliseconds(spread.high()),
                spread.count());
    }

    /** What is being done. */
    String phase(ProfileState state) {
        return switch (state.phase()) {
            case IDLE -> "";
            case STOPPING -> texts.get("editorprofiling.phase.stopping");
            case RUNNING ->
                texts.get("editorprofiling.phase."
                        + state.progress()
                                .map(ProfileEvent.Progress::phase)
                                .orElse(ProfileEvent.Phase.PREPARING)
                                .name()
                                .toLowerCase(Locale.ROOT));
        };
    }

    String setting(Setting setting) {
        return texts.get(
                "editorprofiling.setting",
                texts.get("editorprofiling.mode." + setting.mode().word()),
                setting.batch(),
                setting.device(),
                setting.threads());
    }

    /** One line for lists: when, under what, how quick. */
    String line(Profile profile) {
        return texts.get(
                "editorprofiling.line",
                profile.design(),
                HistoryChart.date(profile),
                setting(profile.setting()),
                Figures.milliseconds(profile.whole().latency().middle()));
    }

    /** The network as a whole. */
    String latency(Profile profile) {
        Spread latency = profile.whole().latency();
        return texts.get(
                "editorprofiling.latency",
                Figures.milliseconds(latency.middle()),
                Figures.milliseconds(latency.low()),
                Figures.milliseconds(latency.high()),
                Figures.brief(profile.throughput()));
    }

    String memory(Profile profile) {
        return texts.get(
                "editorprofiling.memory.whole",
                profile.whole().peakBytes().map(Figures::bytes).orElse(Figures.UNKNOWN),
                Figures.bytes(profile.whole().weightBytes()),
                profile.whole().processBytes().map(Figures::bytes).orElse(Figures.UNKNOWN));
    }
}
