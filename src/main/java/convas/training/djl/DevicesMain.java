package convas.training.djl;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.compiler.EngineFolderException;
import convas.compiler.EngineStartup;
import convas.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A process that tells what the engine finds, as one JSON object on its standard output. */
public final class DevicesMain {
    private DevicesMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        out.write((answer(new Texts(Locale.getDefault())) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        // Engine threads must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    /** What it finds, or the sentence that tells why there is no engine. */
    private static ObjectNode answer(Texts texts) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        try {
            EngineStartup.apply();
            Engine engine = Engine.getEngine("PyTorch");
            json.put("engine", engine.getEngineName() + " " + engine.getVersion());
            json.put("processors", Runtime.getRuntime().availableProcessors());
            Devices.names(engine).forEach(json.putArray("devices")::add);
            return json;
        } catch (EngineFolderException refused) {
            return json.put("problem", refused.getMessage());
        } catch (RuntimeException | LinkageError absent) {
            String reason = new Failures(texts, "training").reasonWithFile(absent);
            return json.put("problem", texts.get("training.engine.load", reason));
        }
    }
}
