package convas.catalog;

import convas.catalog.primitive.AdaptiveAvgPool2d;
import convas.catalog.primitive.AdaptiveMaxPool2d;
import convas.catalog.primitive.Add;
import convas.catalog.primitive.AddCoords;
import convas.catalog.primitive.AvgPool2d;
import convas.catalog.primitive.BatchNorm2d;
import convas.catalog.primitive.ChannelShuffle;
import convas.catalog.primitive.Concat;
import convas.catalog.primitive.Conv2d;
import convas.catalog.primitive.DropBlock;
import convas.catalog.primitive.Dropout;
import convas.catalog.primitive.ELU;
import convas.catalog.primitive.Flatten;
import convas.catalog.primitive.GELU;
import convas.catalog.primitive.Hardsigmoid;
import convas.catalog.primitive.Hardswish;
import convas.catalog.primitive.Identity;
import convas.catalog.primitive.Input;
import convas.catalog.primitive.LeakyReLU;
import convas.catalog.primitive.Linear;
import convas.catalog.primitive.Max;
import convas.catalog.primitive.MaxPool2d;
import convas.catalog.primitive.Mean;
import convas.catalog.primitive.Multiply;
import convas.catalog.primitive.Output;
import convas.catalog.primitive.ReLU;
import convas.catalog.primitive.ReLU6;
import convas.catalog.primitive.SiLU;
import convas.catalog.primitive.Sigmoid;
import convas.catalog.primitive.Slice;
import convas.catalog.primitive.Softmax;
import convas.catalog.primitive.Split;
import convas.catalog.primitive.Subtract;
import convas.catalog.primitive.Tanh;
import convas.catalog.primitive.Upsample;
import convas.operator.Catalog;
import convas.operator.Primitive;
import java.util.List;

/** The node types that come with Convas, in the palette's order: an explicit list, nothing is searched for. */
public final class BuiltinCatalog {
    private BuiltinCatalog() {}

    /** All primitives. */
    public static Catalog create() {
        return new Catalog(primitives());
    }

    private static List<Primitive> primitives() {
        return List.of(
                new Input(),
                new Output(),
                new Conv2d(),
                new Linear(),
                new BatchNorm2d(),
                new ReLU(),
                new ReLU6(),
                new LeakyReLU(),
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
                new Flatten(),
                new Identity(),
                new AddCoords(),
                new Dropout(),
                new DropBlock());
    }
}
