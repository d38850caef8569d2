package convas.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.catalog.BuiltinCatalog;
import convas.graph.Design;
import convas.graph.Diagnostic;
import convas.graph.Edge;
import convas.graph.ModuleBody;
import convas.graph.Node;
import convas.graph.ParameterDeclaration;
import convas.graph.Point;
import convas.graph.Scope;
import convas.graph.Value;
import convas.graph.grouping.Grouping;
import convas.graph.grouping.Promotion;
import convas.graph.grouping.Regrouping;
import convas.graph.grouping.Ungrouping;
import convas.graph.json.DesignFormat;
import convas.operator.Module;
import convas.text.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network is the same before and after some of its nodes become a module. */
class GroupingTest {
    private final Bench bench = new Bench();

    private static Grouping grouping(Set<String> nodes, Promotion... promotions) {
        return new Grouping(nodes, "MyBlock", "my modules", "block", List.of(promotions));
    }

    private static Promotion promotion(String node, String parameter, String name, String type) {
        return new Promotion(
                node,
                parameter,
                name,
                new ParameterDeclaration(
                        type,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "",
                        LocalText.NONE,
                        Map.of()));
    }

    private static Design done(Regrouping regrouping) {
        assertEquals(List.of(), regrouping.problems());
        return regrouping.design().orElseThrow();
    }

    private static Design group(Design design, Grouping grouping) {
        return done(grouping.in(design, Scope.DESIGN, type -> false));
    }

    private static List<String> refusal(Design design, Grouping grouping) {
        Regrouping refused = grouping.in(
                design, Scope.DESIGN, type -> BuiltinCatalog.create().find(type).isPresent());
        assertEquals(Optional.empty(), refused.design());
        return refused.problems().stream().map(Diagnostic::key).toList();
    }

    /** What every step does, whatever it is called and wherever it stands in the order. */
    private static List<String> work(Program program) {
        return program.steps().stream()
                .map(step -> step.type()
                        + step.arguments()
                        + step.inputShapes()
                        + step.outputShapes()
                        + step.cost()
                        + step.weights().stream()
                                .map(weight -> weight.name() + weight.shape())
                                .toList())
                .sorted()
                .toList();
    }

    private void assertSameNetwork(Design before, Design after) {
        Program program = bench.program(after);
        assertEquals(work(bench.program(before)), work(program));
        assertEquals(bench.analyze(before).total(), bench.analyze(after).total());
        Programs.check(program);
    }

    @Test
    void aPartOfAChainBecomesOneNodeInItsPlaceAndTheNumbersStay() {
        Design plain = bench.preset("digits-plain", Map.of());

        Design grouped = group(
                plain,
                grouping(Set.of("conv2", "bn2", "relu2"), promotion("conv2", "kernel_size", "kernel_size", "pair")));

        ModuleBody body = grouped.modules().get("MyBlock");
        assertEquals(List.of("in"), body.inputs());
        assertEquals("{out=relu2:0}", body.outputs().toString());
        assertEquals(
                List.of(Edge.of("in", "conv2"), Edge.of("conv2", "bn2"), Edge.of("bn2", "relu2")),
                body.sheet().graph().edges());
        // They stood at 0, 240 and 480 in one row; the body begins at its own corner, the node is in the middle.
        assertEquals(Optional.of(new Point(480, 0)), body.sheet().layout().of("relu2"));
        assertEquals(Optional.of(new Point(240, 180)), grouped.layout().of("block"));
        Node block = grouped.graph().node("block").orElseThrow();
        assertEquals(Map.of("kernel_size", Value.of(3), "width", Value.of("=width")), block.params());
        assertEquals(Optional.of(Value.of(3)), body.params().get("kernel_size").fallback());
        assertEquals(Optional.of(Value.of(1.0)), body.params().get("width").fallback());
        assertEquals(18, grouped.graph().nodes().size());
        assertTrue(grouped.graph().edges().containsAll(List.of(Edge.of("relu1", "block"), Edge.of("block", "conv3"))));
        assertSameNetwork(plain, grouped);
    }

    @Test
    void theVariableStillScalesWhatIsInsideTheModule() {
        Design grouped =
                group(bench.preset("digits-plain", Map.of()), grouping(Set.of("conv2", "bn2", "relu2", "conv3")));
        Map<String, convas.graph.Variable> variables = new LinkedHashMap<>(grouped.variables());
        variables.computeIfPresent("width", (name, variable) -> variable.withValue(Value.of(2.0)));

        assertSameNetwork(
                bench.preset("digits-plain", Map.of("width", Value.of(2.0))), grouped.withVariables(variables));
    }

    @Test
    void aParameterOfTheModuleReallySetsTheInnerValue() {
        Design one = bench.chain(
                "[3, 8, 8]",
                "{'id': 'conv', 'type': 'Conv2d', 'params': {'out_channels': 4, 'kernel_size': 3, 'bias': false}}",
                "{'id': 'relu', 'type': 'ReLU'}");
        Design grouped =
                group(one, grouping(Set.of("conv", "relu"), promotion("conv", "out_channels", "channels", "int")));
        Design wider = Scope.DESIGN
                .lift(convas.graph.Edits.setParam("block", "channels", Optional.of(Value.of(10))))
                .apply(grouped);

        // 3 channels in, 10 out, 3x3, no bias.
        assertEquals(3 * 10 * 9, bench.analyze(wider).total().orElseThrow().params());
    }

    @Test
    void oneSourceReadTwiceIsOneInputAndTwoSourcesAreTwo() {
        Design design = bench.design("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 8, 8]}},"
                + "{'id': 'a', 'type': 'ReLU'}, {'id': 'b', 'type': 'Sigmoid'}, {'id': 'one', 'type': 'Add'},"
                + "{'id': 'two', 'type': 'Add'}, {'id': 'scores', 'type': 'Output'}, {'id': 'more', 'type': 'Output'}],"
                + "'edges': [{'from': 'image', 'to': 'a'}, {'from': 'image', 'to': 'b'}, {'from': 'a', 'to': 'one:0'},"
                + "{'from': 'b', 'to': 'one:1'}, {'from': 'one', 'to': 'two:0'}, {'from': 'a', 'to': 'two:1'},"
                + "{'from': 'one', 'to': 'more'}, {'from': 'two', 'to': 'scores'}]");

        Design grouped = group(design, grouping(Set.of("one", "two")));

        ModuleBody body = grouped.modules().get("MyBlock");
        assertEquals(List.of("in", "in2"), body.inputs());
        assertEquals("{out=one:0, out2=two:0}", body.outputs().toString());
        assertEquals(
                List.of(
                        Edge.of("image", "a"),
                        Edge.of("image", "b"),
                        Edge.of("a", "block:0"),
                        Edge.of("b", "block:1"),
                        Edge.of("block:0", "more"),
                        Edge.of("block:1", "scores")),
                grouped.graph().edges());
        assertSameNetwork(design, grouped);
    }

    @Test
    void whatCannotBeAModuleIsRefusedWithEveryReason() {
        Design plain = bench.preset("digits-plain", Map.of());
        assertEquals(List.of("graph.group.empty"), refusal(plain, grouping(Set.of())));
        assertEquals(List.of("graph.group.between"), refusal(plain, grouping(Set.of("conv2", "relu2"))));
        assertEquals(List.of("graph.group.end"), refusal(plain, grouping(Set.of("image", "conv1"))));
        assertEquals(
                List.of("graph.group.taken"),
                refusal(plain, new Grouping(Set.of("conv2"), "GhostModule", "", "block", List.of())));
        assertEquals(
                List.of("graph.id"), refusal(plain, new Grouping(Set.of("conv2"), "2 much", "", "block", List.of())));
        assertEquals(
                List.of("graph.group.twice"),
                refusal(
                        plain,
                        grouping(
                                Set.of("conv2", "bn2"),
                                promotion("conv2", "kernel_size", "same", "pair"),
                                promotion("conv2", "stride", "same", "pair"))));
        assertEquals(
                List.of("graph.group.name", "graph.group.noValue"),
                refusal(
                        plain,
                        grouping(
                                Set.of("conv2", "bn2"),
                                promotion("conv2", "stride", "my-stride", "pair"),
                                promotion("conv2", "dilation", "dilation", "pair"))));
        Design siamese = bench.design("'nodes': [{'id': 'image', 'type': 'Input', 'params': {'shape': [4, 8, 8]}},"
                + "{'id': 'a', 'type': 'BatchNorm2d'}, {'id': 'b', 'type': 'BatchNorm2d', 'shares': 'a'},"
                + "{'id': 'scores', 'type': 'Output'}], 'edges': [{'from': 'image', 'to': 'a'},"
                + "{'from': 'a', 'to': 'b'}, {'from': 'b', 'to': 'scores'}]");
        assertEquals(List.of("graph.group.shares"), refusal(siamese, grouping(Set.of("a"))));
        assertEquals(List.of("graph.group.shares"), refusal(siamese, grouping(Set.of("b"))));
        assertSameNetwork(siamese, group(siamese, grouping(Set.of("a", "b"))));
    }

    @Test
    void aGroupInsideAModuleSeesTheNamesThatTheModuleHas() {
        ModuleBody ghost = ((Module) BuiltinCatalog.create().find("GhostModule").orElseThrow()).body();
        Design design = bench.one("[16, 8, 8]", "GhostModule", "{'out_channels': 24}")
                .withModules(Map.of("GhostModule", ghost));
        List<String> inner = new ArrayList<>(ghost.sheet().graph().ids());

        for (String id : inner) {
            Regrouping regrouping = grouping(Set.of(id)).in(design, Scope.module("GhostModule"), type -> false);
            assertSameNetwork(design, done(regrouping));
        }
    }

    @Test
    void aGroupIsWrittenAndReadLikeAnyDesign() {
        Design grouped =
                group(bench.preset("digits-ghost", Map.of()), grouping(Set.of("conv1", "bn1", "relu1", "ghost")));
        DesignFormat format = new DesignFormat();

        assertEquals(Optional.of(grouped), format.read(format.write(grouped)).value());
    }

    @Test
    void ungroupingPutsBackWhatWasGrouped() {
        Design plain = bench.preset("digits-plain", Map.of());
        Design grouped = group(
                plain, grouping(Set.of("conv2", "bn2", "relu2"), promotion("conv2", "out_channels", "out", "int")));

        Design back = done(new Ungrouping("block", grouped.modules().get("MyBlock")).in(grouped, Scope.DESIGN));

        assertEquals(plain.graph().nodes(), back.graph().nodes());
        assertEquals(
                new LinkedHashSet<>(plain.graph().edges()),
                new LinkedHashSet<>(back.graph().edges()));
        assertEquals(plain.layout(), back.layout());
        assertSameNetwork(plain, back);
    }

    @Test
    void ungroupingIsRefusedWhereTheBodyAsksForItsInputsShape() {
        Design design = bench.one("[16, 8, 8]", "SELayer", "{}");
        ModuleBody body = BuiltinCatalog.create().all().stream()
                .filter(Module.class::isInstance)
                .map(type -> ((Module) type).body())
                .filter(each -> each.toString().contains("in.channels"))
                .findFirst()
                .orElseThrow();
        Design used = Scope.DESIGN
                .lift(convas.graph.Edits.change("m", node -> new Node("m", body.type(), Map.of())))
                .apply(design);

        List<Diagnostic> problems =
                new Ungrouping("m", body).in(used, Scope.DESIGN).problems();

        assertTrue(problems.stream().anyMatch(each -> each.key().equals("graph.ungroup.shape")), problems.toString());
    }

    /** Any part of any preset: nodes in a row, and what lies between them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "digits-cbam",
                "digits-coordconv",
                "digits-shuffle",
                "coordconv-regressor",
                "ghostnet-64",
                "resnet18",
                "resnet56-cifar",
                "mobilenetv3-small",
                "shufflenetv1",
                "vgg16-cifar"
            })
    void anyPartOfAPresetCanBeGroupedAndUngroupedWithoutChangingTheNetwork(String preset) {
        Design design = bench.preset(preset, Map.of());
        Random random = new Random(7);
        List<String> ids = List.copyOf(design.graph().ids());
        int grouped = 0;
        for (int trial = 0; trial < 40 && grouped < 4; trial++) {
            int from = random.nextInt(ids.size() - 1);
            int length = 1 + random.nextInt(Math.min(8, ids.size() - from));
            Set<String> nodes = new LinkedHashSet<>(ids.subList(from, from + length));
            Regrouping regrouping = grouping(nodes).in(design, Scope.DESIGN, type -> false);
            if (regrouping.design().isPresent()) {
                grouped++;
                Design after = regrouping.design().get();
                assertSameNetwork(design, after);
                Design back = done(new Ungrouping("block", after.modules().get("MyBlock")).in(after, Scope.DESIGN));
                assertSameNetwork(design, back);
            }
        }
        assertTrue(grouped >= 2, "grouped " + grouped);
    }
}
