package convas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import convas.graph.Value;
import convas.operator.Arguments;
import convas.operator.Inference;
import convas.operator.Parameter;
import convas.operator.Primitive;
import convas.operator.Problem;
import convas.operator.TensorShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever values and shapes reach a primitive, it answers with shapes or problems and never with an exception. */
class PrimitiveGarbageTest {
    private static final List<Primitive> PRIMITIVES = BuiltinCatalog.create().all().stream()
            .filter(Primitive.class::isInstance)
            .map(Primitive.class::cast)
            .toList();

    /** A primitive with values for some of its parameters and shapes for its inputs. */
    record Use(Primitive primitive, Map<String, Value> params, List<TensorShape> inputs) {}

    @Property(tries = 4_000)
    void garbageGivesShapesOrProblems(@ForAll("uses") Use use) {
        List<Problem> problems = new ArrayList<>();
        Arguments arguments = PrimitiveCase.arguments(use.primitive(), use.params(), problems);
        if (!problems.isEmpty()) {
            return;
        }

        Inference inference = use.primitive().infer(arguments, use.inputs());

        assertEquals(inference.isRefused(), inference.outputs().isEmpty());
        if (!inference.isRefused()) {
            boolean positive = inference.outputs().stream()
                    .flatMap(shape -> shape.sizes().stream())
                    .allMatch(size -> size >= 1);
            assertTrue(positive, () -> use + " gives " + inference);
            int ports = use.primitive().outputs(arguments).count();
            assertEquals(Math.max(1, ports), inference.outputs().size());
            weighAndCount(use, arguments, inference);
        }
    }

    /** Only too large a number may be an exception here, as the contract says. */
    private static void weighAndCount(Use use, Arguments arguments, Inference inference) {
        try {
            use.primitive().weights(arguments, use.inputs());
            use.primitive().work(arguments, use.inputs(), inference.outputs());
            for (int port = 0; port < inference.outputs().size(); port++) {
                for (int input = 0; input < use.inputs().size(); input++) {
                    use.primitive().window(arguments, use.inputs(), inference.outputs(), input, port);
                }
            }
        } catch (ArithmeticException tooLarge) {
            assertTrue(tooLarge.getMessage().contains("overflow"), tooLarge::toString);
        }
    }

    @Provide
    Arbitrary<Use> uses() {
        return Arbitraries.of(PRIMITIVES)
                .flatMap(primitive -> params(primitive)
                        .flatMap(params ->
                                shapes().list().ofMaxSize(4).map(inputs -> new Use(primitive, params, inputs))));
    }

    private static Arbitrary<Map<String, Value>> params(Primitive primitive) {
        Arbitrary<Map<String, Value>> result = Arbitraries.just(Map.of());
        for (Parameter<?> parameter : primitive.parameters()) {
            Arbitrary<Value> value = Arbitraries.frequencyOf(Tuple.of(4, likely(parameter)), Tuple.of(1, values()));
            result = result.flatMap(before -> value.optional(parameter.isRequired() ? 0.95 : 0.5)
                    .map(chosen -> {
                        Map<String, Value> after = new LinkedHashMap<>(before);
                        chosen.ifPresent(it -> after.put(parameter.name(), it));
                        return after;
                    }));
        }
        return result;
    }

    private static Arbitrary<Value> likely(Parameter<?> parameter) {
        Arbitrary<Value> small = Arbitraries.longs().between(-3, 9).map(Value::of);
        return switch (parameter.kind()) {
            case BOOL -> Arbitraries.of(true, false).map(Value::of);
            case CHOICE -> Arbitraries.of(parameter.choices()).map(Value::of);
            case FLOAT -> Arbitraries.doubles().between(-1, 3).map(Value::of);
            case INTS -> small.list().ofMaxSize(6).map(Value.Sequence::new);
            default -> small;
        };
    }

    private static Arbitrary<Value> values() {
        Arbitrary<Value> whole = Arbitraries.longs().map(Value::of);
        return Arbitraries.oneOf(
                whole,
                Arbitraries.of(0L, -1L, 1L << 31, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE)
                        .map(Value::of),
                Arbitraries.doubles().map(Value::of),
                Arbitraries.strings().map(Value.Text::new),
                Arbitraries.of(true, false).map(Value::of),
                whole.list().ofMaxSize(5).map(Value.Sequence::new),
                Arbitraries.just(new Value.Nothing()));
    }

    private static Arbitrary<TensorShape> shapes() {
        Arbitrary<Long> size = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.longs().between(1, 12)),
                Tuple.of(1, Arbitraries.longs().between(1, 1L << 40)));
        return size.list().ofMinSize(1).ofMaxSize(4).map(TensorShape::new);
    }
}
