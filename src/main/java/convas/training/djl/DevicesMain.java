package convas.training.djl;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.engine.Devices;
import convas.engine.EngineChild;
import convas.engine.EngineRoom;
import convas.engine.Failures;
import convas.text.Texts;
import java.io.IOException;
import java.util.Locale;

/** A process that tells what the engine finds, as one JSON object. */
public final class DevicesMain {
    private DevicesMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        EngineChild.run(DevicesMain::problem, parent -> {
            parent.send(answer(new Texts(Locale.getDefault())));
            return true;
        });
    }

    private static ObjectNode problem(String why) {
        return JsonNodeFactory.instance.objectNode().put("problem", why);
    }

    /** What it finds, or the sentence that tells why there is no engine. */
    private static ObjectNode answer(Texts texts) {
        try {
            Engine engine = EngineRoom.open();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("engine", EngineRoom.describe(engine));
            json.put("processors", Runtime.getRuntime().availableProcessors());
            Devices.names(engine).forEach(json.putArray("devices")::add);
            return json;
        } catch (RuntimeException | LinkageError absent) {
            return problem(new Failures(texts, "training")
                    .noEngine(absent)
                    .problems()
                    .get(0)
                    .sentence(texts));
        }
    }
}
