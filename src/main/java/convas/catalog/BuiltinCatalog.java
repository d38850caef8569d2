package convas.catalog;

import convas.catalog.primitive.AdaptiveAvgPool2d;
import convas.catalog.primitive.AdaptiveMaxPool2d;
import convas.catalog.primitive.Add;
import convas.catalog.primitive.AddCoords;
import convas.catalog.primitive.AvgPool2d;
import convas.catalog.primitive.BatchNorm2d;
import convas.catalog.primitive.ChannelShuffle;
import convas.catalog.primitive.Concat;
import convas.catalog.primitive.Conv1d;
import convas.catalog.primitive.Conv2d;
import convas.catalog.primitive.ConvTranspose2d;
import convas.catalog.primitive.DropBlock;
import convas.catalog.primitive.Dropout;
import convas.catalog.primitive.ELU;
import convas.catalog.primitive.Flatten;
import convas.catalog.primitive.GELU;
import convas.catalog.primitive.GroupNorm;
import convas.catalog.primitive.Hardsigmoid;
import convas.catalog.primitive.Hardswish;
import convas.catalog.primitive.Identity;
import convas.catalog.primitive.Input;
import convas.catalog.primitive.LayerNorm;
import convas.catalog.primitive.LeakyReLU;
import convas.catalog.primitive.Linear;
import convas.catalog.primitive.Max;
import convas.catalog.primitive.MaxPool2d;
import convas.catalog.primitive.Mean;
import convas.catalog.primitive.Multiply;
import convas.catalog.primitive.Output;
import convas.catalog.primitive.PReLU;
import convas.catalog.primitive.Permute;
import convas.catalog.primitive.ReLU;
import convas.catalog.primitive.ReLU6;
import convas.catalog.primitive.Reshape;
import convas.catalog.primitive.SiLU;
import convas.catalog.primitive.Sigmoid;
import convas.catalog.primitive.Slice;
import convas.catalog.primitive.Softmax;
import convas.catalog.primitive.Split;
import convas.catalog.primitive.Subtract;
import convas.catalog.primitive.Tanh;
import convas.catalog.primitive.Tile;
import convas.catalog.primitive.Upsample;
import convas.catalog.primitive.ZeroPad2d;
import convas.graph.Diagnostic;
import convas.graph.ModuleBody;
import convas.graph.json.DesignFormat;
import convas.graph.json.Reading;
import convas.operator.Catalog;
import convas.operator.Module;
import convas.operator.NodeType;
import convas.operator.Primitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The node types that come with Convas, in the palette's order: explicit lists, nothing is searched for. Modules are read
 * from the resources beside this class, one file each.
 */
public final class BuiltinCatalog {
    private static final List<String> MODULES = List.of(
            "GhostModule",
            "GhostConv",
            "GhostBottleneck",
            "GhostBasicBlock",
            "GhostModuleV2",
            "GhostBottleneckV2",
            "ShuffleUnit",
            "ShuffleV2Unit",
            "CBAM",
            "ChannelAttention",
            "SpatialAttention",
            "SqueezeExcite",
            "ECA",
            "CoordinateAttention",
            "CoordConv",
            "ConvBnAct",
            "DepthwiseSeparable",
            "InvertedResidual",
            "MBConv",
            "MobileNetV3Block",
            "BasicBlock",
            "Bottleneck",
            "SPP",
            "SPPF",
            "Swish");

    private BuiltinCatalog() {}

    /** All primitives and modules. Throws where a module's resource is missing or broken: the program is then. */
    public static Catalog create() {
        List<NodeType> types = new ArrayList<>(primitives());
        DesignFormat format = new DesignFormat();
        MODULES.forEach(name -> types.add(module(name, format)));
        return new Catalog(types);
    }

    private static Module module(String name, DesignFormat format) {
        Reading<ModuleBody> reading = format.readModule(bytes("modules/" + name + ".json"));
        List<Diagnostic> problems = new ArrayList<>(reading.problems());
        Module module = Module.of(reading.value().orElseThrow(() -> broken(name, problems)), problems);
        if (!problems.isEmpty()) {
            throw broken(name, problems);
        }
        return module;
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = BuiltinCatalog.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }

    private static IllegalStateException broken(String name, List<Diagnostic> problems) {
        return new IllegalStateException("module " + name + ": " + problems);
    }

    private static List<Primitive> primitives() {
        return List.of(
                new Input(),
                new Output(),
                new Conv2d(),
                new Conv1d(),
                new ConvTranspose2d(),
                new Linear(),
                new BatchNorm2d(),
                new GroupNorm(),
                new LayerNorm(),
                new ReLU(),
                new ReLU6(),
                new LeakyReLU(),
                new PReLU(),
                new ELU(),
                new GELU(),
                new SiLU(),
                new Sigmoid(),
                new Hardsigmoid(),
                new Hardswish(),
                new Tanh(),
                new Softmax(),
                new MaxPool2d(),
                new AvgPool2d(),
                new AdaptiveAvgPool2d(),
                new AdaptiveMaxPool2d(),
                new Upsample(),
                new Add(),
                new Subtract(),
                new Multiply(),
                new Mean(),
                new Max(),
                new Concat(),
                new Split(),
                new Slice(),
                new ChannelShuffle(),
                new ZeroPad2d(),
                new Reshape(),
                new Flatten(),
                new Permute(),
                new Tile(),
                new Identity(),
                new AddCoords(),
                new Dropout(),
                new DropBlock());
    }
}
