package convas.training.djl;

import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import convas.compiler.EngineStartup;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A process that tells what the engine finds, as one JSON object on its standard output. */
public final class DevicesMain {
    private DevicesMain() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        EngineStartup.apply();
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Engine engine = Engine.getEngine("PyTorch");
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("engine", engine.getEngineName() + " " + engine.getVersion());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        Devices.names(engine).forEach(json.putArray("devices")::add);
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        // Engine threads must not keep the process.
        Runtime.getRuntime().halt(0);
    }
}
