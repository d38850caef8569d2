package convas.cli.profile;

import convas.graph.Design;
import convas.graph.Edge;
import convas.graph.Graph;
import convas.graph.Layout;
import convas.graph.Node;
import convas.graph.Sheet;
import convas.graph.Value;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Light modules against plain convolutions of the same width on the same map: what part of the MACs they need, and what
 * part of the time. All of one size stand side by side in one design and so are measured in the same rounds.
 */
final class ModuleRatios {
    /**
     * Channels and side of the map: a network's early, middle and late stages, with twice the channels at half the side.
     * Channels are divisible by 12, as ShuffleNet's units of 3 groups want.
     */
    static final List<Size> SIZES = List.of(new Size(48, 56), new Size(96, 28), new Size(192, 14));

    private static final int GROUPS = 3;

    /** The light module, and what it stands for. */
    private static final Map<String, String> PAIRS =
            new java.util.TreeMap<>(Map.of("ghost1", "plain1", "ghost3", "plain3", "shuffle", "plain3"));

    private ModuleRatios() {}

    record Size(int channels, int side) {}

    /**
     * One light module against its plain counterpart.
     *
     * @param macs of the light one over those of the plain one
     * @param time forward and, in training, backward
     * @param ranked whether their ranges have nothing in common
     */
    record Ratio(String light, String plain, Size size, double macs, double time, boolean ranked) {}

    /** Blocks of convolution, normalisation and activation: 1 x 1 and 3 x 3 plain, 1 x 1 and 3 x 3 Ghost, Shuffle. */
    static Design design(Size size) {
        Value channels = Value.of(size.channels());
        List<Node> blocks = List.of(
                new Node("plain1", "ConvBnAct", Map.of("out_channels", channels, "kernel_size", Value.of(1))),
                new Node("plain3", "ConvBnAct", Map.of("out_channels", channels, "kernel_size", Value.of(3))),
                new Node("ghost1", "GhostModule", Map.of("out_channels", channels, "kernel_size", Value.of(1))),
                new Node("ghost3", "GhostModule", Map.of("out_channels", channels, "kernel_size", Value.of(3))),
                new Node("shuffle", "ShuffleUnit", Map.of("out_channels", channels, "groups", Value.of(GROUPS))));
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node(
                "image", "Input", Map.of("shape", Value.of(channels, Value.of(size.side()), Value.of(size.side())))));
        for (Node block : blocks) {
            nodes.add(block);
            nodes.add(new Node(block.id() + "_out", "Output", Map.of()));
            edges.add(Edge.of("image", block.id()));
            edges.add(Edge.of(block.id(), block.id() + "_out"));
        }
        return Design.empty("modules-" + size.channels())
                .withSheet(new Sheet(new Graph(nodes, edges), new Layout(Map.of())));
    }

    /** What a profile of {@link #design} says. */
    static List<Ratio> of(Profile profile, Size size) {
        Map<String, PathProfile> paths = profile.byPath();
        List<Ratio> ratios = new ArrayList<>();
        PAIRS.forEach((light, plain) -> {
            PathProfile one = paths.get(light);
            PathProfile other = paths.get(plain);
            ratios.add(new Ratio(
                    light,
                    plain,
                    size,
                    (double) one.macs() / other.macs(),
                    one.total().middle() / other.total().middle(),
                    !one.total().overlaps(other.total())));
        });
        return ratios;
    }
}
