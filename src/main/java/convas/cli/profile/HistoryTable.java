package convas.cli.profile;

import convas.cli.JsonOutput;
import convas.cli.TextTable;
import convas.profiling.Profile;
import convas.text.Texts;
import java.io.PrintWriter;
import java.util.List;

/** The profiles of a design over its edits, oldest first. */
final class HistoryTable {
    private final Texts texts;

    HistoryTable(Texts texts) {
        this.texts = texts;
    }

    void print(List<Profile> profiles, boolean json, PrintWriter out) {
        if (json) {
            JsonOutput.print(out, true, generator -> {
                generator.writeStartArray();
                for (Profile profile : profiles) {
                    generator.writeStartObject();
                    generator.writeStringField("taken", profile.taken());
                    generator.writeStringField("digest", profile.digest());
                    generator.writeNumberField(
                            "latency_ms", profile.whole().latency().middle());
                    generator.writeNumberField(
                            "low_ms", profile.whole().latency().low());
                    generator.writeNumberField(
                            "high_ms", profile.whole().latency().high());
                    generator.writeNumberField("macs", profile.sum().macs());
                    generator.writeEndObject();
                }
                generator.writeEndArray();
            });
            return;
        }
        Quantities quantities = new Quantities(texts);
        TextTable table = new TextTable(
                List.of(
                        texts.get("cliprofile.history.taken"),
                        texts.get("cliprofile.history.digest"),
                        texts.get("cliprofile.history.latency"),
                        texts.get("cliprofile.macs")),
                2);
        profiles.forEach(profile -> table.add(List.of(
                profile.taken(),
                profile.digest(),
                quantities.range(profile.whole().latency()),
                quantities.count(profile.sum().macs()))));
        table.print(out);
        out.flush();
    }
}
