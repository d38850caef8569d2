package convas.training;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.dataset.builtin.BuiltinDatasets;
import convas.graph.Design;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Designs to train in tests. */
public final class Designs {
    private Designs() {}

    public static Design preset(String name) {
        return new DesignFormat()
                .read(Path.of(System.getProperty("convas.home", "."), "presets", name + ".json"))
                .value()
                .orElseThrow();
    }

    /** @param json with ' for " */
    public static Design of(String json) {
        return new DesignFormat()
                .read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
    }

    /** A linear network, which learns in no time. */
    public static Design linear(String input, int outputs, String training) {
        return of("{'format': 'convas-design', 'version': 1, 'name': 'linear', 'nodes': ["
                + "{'id': 'image', 'type': 'Input', 'params': {'shape': " + input + "}},"
                + "{'id': 'flat', 'type': 'Flatten'},"
                + "{'id': 'linear', 'type': 'Linear', 'params': {'out_features': " + outputs + "}},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'flat'},"
                + "{'from': 'flat', 'to': 'linear'}, {'from': 'linear', 'to': 'scores'}], 'training': " + training
                + "}");
    }

    public static Reading<TrainingPlan> plan(Design design) {
        return new Planner(new Analyzer(BuiltinCatalog.create())::analyze, BuiltinDatasets.create())
                .plan(design, OptionalInt.empty(), OptionalLong.empty());
    }
}
