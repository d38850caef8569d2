package convas.operator;

import java.util.List;
import java.util.Locale;

/** What a graph's node may be: a {@link Primitive}, which has code, or a {@link Module}, which is a design itself. */
public sealed interface NodeType permits Primitive, Module {
    /** The name under which graphs use it, for instance {@code Conv2d}. */
    String type();

    /** Where it stands in the palette, for instance {@code convolution}; the key of a colour and of an icon. */
    String category();

    /** What it is, in one or two sentences. */
    String doc(Locale locale);

    /** What one of its parameters means; empty where nothing is said. */
    String parameterDoc(String parameter, Locale locale);

    /** The paper or reference it comes from; empty where there is none. */
    String paper();

    /** A link to {@link #paper()}; empty where there is none. */
    String url();

    /** Other words under which people look for it. */
    List<String> aliases();

    /** Its parameters in the order shown. */
    List<Parameter<?>> parameters();

    Ports inputs();

    /** Its outputs under these arguments; values that are missing count as their defaults. */
    Ports outputs(Arguments arguments);
}
