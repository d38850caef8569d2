import static org.bytedeco.pytorch.global.torch.adaptive_avg_pool2d;
import static org.bytedeco.pytorch.global.torch.amax;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.max_pool2d;
import static org.bytedeco.pytorch.global.torch.mean;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.relu_;
import static org.bytedeco.pytorch.global.torch.set_num_threads;
import static org.bytedeco.pytorch.global.torch.sigmoid;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.AvgPool2dImpl;
import org.bytedeco.pytorch.AvgPool2dOptions;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.ReLU6Impl;
import org.bytedeco.pytorch.ReLU6Options;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The networks of {@code bench_training.py} in PyTorch's C++ interface, whose modules and eager mode are those of Python
 * without the interpreter. Prints what the benchmark of Convas prints. Arguments: version to show, threads, steps.
 */
public final class EagerTraining {
    private static final int BATCH = 64;
    private static final int WARM_UP = 20;
    private static final int BATCHES = 8;

    private final List<Tensor> parameters = new ArrayList<>();

    /** Tensors in, tensor out. */
    private interface Net extends UnaryOperator<Tensor> {}

    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        set_num_threads(threads);
        StringJoiner json = new StringJoiner(", ", "{", "}");
        json.add("\"torch\": \"" + arguments[0] + "\"");
        for (String name : List.of("small-cnn", "small-ghost", "small-shuffle", "small-cbam", "small-mobile")) {
            manual_seed(1);
            EagerTraining training = new EagerTraining();
            training.measure(name, training.network(name), steps, json);
        }
        System.out.println(json);
    }

    private Net network(String name) {
        return switch (name) {
            case "small-cnn" -> plain(false);
            case "small-cbam" -> plain(true);
            case "small-ghost" ->
                chain(
                        block(3, 16, 3, 1, 1, relu()),
                        ghostBottleneck(16, 24, 48, 1),
                        ghostBottleneck(24, 40, 72, 2),
                        ghostBottleneck(40, 40, 120, 1),
                        ghostBottleneck(40, 80, 240, 2),
                        ghostBottleneck(80, 80, 200, 1),
                        head(80));
            case "small-shuffle" ->
                chain(
                        block(3, 24, 3, 1, 1, relu()),
                        shuffleUnit(24, 120, 2, true),
                        shuffleUnit(120, 120, 1, false),
                        shuffleUnit(120, 120, 1, false),
                        shuffleUnit(120, 240, 2, false),
                        shuffleUnit(240, 240, 1, false),
                        shuffleUnit(240, 240, 1, false),
                        head(240));
            default ->
                chain(
                        block(3, 32, 3, 1, 1, relu6()),
                        invertedResidual(32, 16, 1, 1),
                        invertedResidual(16, 24, 6, 2),
                        invertedResidual(24, 24, 6, 1),
                        invertedResidual(24, 32, 6, 2),
                        invertedResidual(32, 32, 6, 1),
                        invertedResidual(32, 64, 6, 1),
                        head(64));
        };
    }

    private void measure(String name, Net net, int steps, StringJoiner json) {
        AdamW optimizer = new AdamW(new TensorVector(parameters.toArray(Tensor[]::new)), new AdamWOptions(0.001));
        Tensor[] images = new Tensor[BATCHES];
        Tensor[] labels = new Tensor[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            images[batch] = rand(BATCH, 3, 32, 32);
            labels[batch] = rand(BATCH).mul(new Scalar(10f)).to(ScalarType.Long);
        }
        double[] wall = new double[steps];
        double processor = 0;
        for (int step = -WARM_UP; step < steps; step++) {
            int batch = Math.floorMod(step, BATCHES);
            double begin = System.nanoTime();
            double processorBegin = processorMillis();
            try (PointerScope scope = new PointerScope()) {
                optimizer.zero_grad(true);
                Tensor loss = cross_entropy_loss(net.apply(images[batch]), labels[batch]);
                loss.backward();
                optimizer.step();
                loss.item_float();
            }
            if (step >= 0) {
                wall[step] = (System.nanoTime() - begin) / 1e6;
                processor += processorMillis() - processorBegin;
            }
        }
        Arrays.sort(wall);
        long count = parameters.stream().mapToLong(Tensor::numel).sum();
        json.add(String.format(
                Locale.ROOT,
                "\"%1$s_params\": %2$d, \"%1$s_images_per_second\": %3$.1f, \"%1$s_cpu_ms\": %4$.2f",
                name,
                count,
                1000 * BATCH / wall[steps / 2],
                processor / steps));
    }

    private static double processorMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }

    private static Net chain(Net... nets) {
        return input -> {
            Tensor result = input;
            for (Net net : nets) {
                result = net.apply(result);
            }
            return result;
        };
    }

    private Net conv(int into, int out, int kernel, int stride, int groups) {
        Conv2dOptions options = new Conv2dOptions(into, out, pair(kernel));
        options.stride().put(pair(stride));
        options.padding().put(pair(kernel / 2));
        options.groups().put(groups);
        options.bias().put(false);
        Conv2dImpl layer = new Conv2dImpl(options);
        parameters.add(layer.weight());
        return layer::forward;
    }

    private Net batchNorm(int channels) {
        BatchNorm2dImpl layer = new BatchNorm2dImpl(new BatchNormOptions(channels));
        parameters.addAll(List.of(layer.weight(), layer.bias()));
        return layer::forward;
    }

    private static Net relu() {
        return input -> relu_(input);
    }

    private static Net relu6() {
        ReLU6Options options = new ReLU6Options();
        options.inplace().put(true);
        return new ReLU6Impl(options)::forward;
    }

    private static LongPointer pair(long size) {
        return new LongPointer(size, size);
    }

    private Net normal(int into, int out, int kernel, int stride, int groups) {
        return chain(conv(into, out, kernel, stride, groups), batchNorm(out));
    }

    private Net block(int into, int out, int kernel, int stride, int groups, Net activation) {
        return chain(normal(into, out, kernel, stride, groups), activation);
    }

    private Net head(int channels) {
        LinearImpl layer = new LinearImpl(channels, 10);
        parameters.addAll(List.of(layer.weight(), layer.bias()));
        return input -> layer.forward(adaptive_avg_pool2d(input, 1, 1).reshape(-1, channels));
    }

    private Net plain(boolean attention) {
        List<Net> layers = new ArrayList<>();
        int into = 3;
        for (int out : new int[] {32, 64, 128}) {
            if (into != 3) {
                layers.add(input -> max_pool2d(input, 2, 2));
            }
            layers.add(block(into, out, 3, 1, 1, relu()));
            layers.add(block(out, out, 3, 1, 1, relu()));
            if (attention) {
                layers.add(cbam(out));
            }
            into = out;
        }
        layers.add(head(into));
        return chain(layers.toArray(Net[]::new));
    }

    private Net cbam(int channels) {
        Net perceptron = chain(conv(channels, channels / 16, 1, 1, 1), relu(), conv(channels / 16, channels, 1, 1, 1));
        Net spatial = conv(2, 1, 7, 1, 1);
        return input -> {
            Tensor means = mean(input, new long[] {2, 3}, true, new ScalarTypeOptional());
            Tensor greatest = amax(input, new long[] {2, 3}, true);
            Tensor scaled = input.mul(sigmoid(perceptron.apply(means).add(perceptron.apply(greatest))));
            Tensor maps = cat(
                    new TensorVector(
                            mean(scaled, new long[] {1}, true, new ScalarTypeOptional()),
                            amax(scaled, new long[] {1}, true)),
                    1);
            return scaled.mul(sigmoid(spatial.apply(maps)));
        };
    }

    private Net ghostModule(int into, int out, boolean activated) {
        int half = (out + 1) / 2;
        Net activation = activated ? relu() : input -> input;
        Net primary = block(into, half, 1, 1, 1, activation);
        Net cheap = block(half, half, 3, 1, half, activation);
        return input -> {
            Tensor first = primary.apply(input);
            return cat(new TensorVector(first, cheap.apply(first)), 1);
        };
    }

    private Net ghostBottleneck(int into, int out, int hidden, int stride) {
        Net expand = ghostModule(into, hidden, true);
        Net depthwise = stride == 1 ? input -> input : normal(hidden, hidden, 3, stride, hidden);
        Net project = ghostModule(hidden, out, false);
        Net shortcut = stride == 1 && into == out
                ? input -> input
                : chain(normal(into, into, 3, stride, into), normal(into, out, 1, 1, 1));
        Net body = chain(expand, depthwise, project);
        return input -> body.apply(input).add(shortcut.apply(input));
    }

    private Net shuffleUnit(int into, int out, int stride, boolean first) {
        int middle = out / 4;
        int last = stride == 2 ? out - into : out;
        Net before = block(into, middle, 1, 1, first ? 1 : 3, relu());
        Net after = chain(normal(middle, middle, 3, stride, middle), normal(middle, last, 1, 1, 3));
        AvgPool2dOptions options = new AvgPool2dOptions(pair(3));
        options.stride().put(pair(2));
        options.padding().put(pair(1));
        AvgPool2dImpl pool = new AvgPool2dImpl(options);
        return input -> {
            Tensor narrow = before.apply(input);
            long height = narrow.size(2);
            long width = narrow.size(3);
            Tensor shuffled = narrow.view(BATCH, 3, middle / 3, height, width)
                    .transpose(1, 2)
                    .reshape(BATCH, middle, height, width);
            Tensor wide = after.apply(shuffled);
            return relu_(stride == 2 ? cat(new TensorVector(pool.forward(input), wide), 1) : input.add(wide));
        };
    }

    private Net invertedResidual(int into, int out, int expansion, int stride) {
        int hidden = into * expansion;
        Net expand = expansion == 1 ? input -> input : block(into, hidden, 1, 1, 1, relu6());
        Net body = chain(expand, block(hidden, hidden, 3, stride, hidden, relu6()), normal(hidden, out, 1, 1, 1));
        return stride == 1 && into == out ? input -> input.add(body.apply(input)) : body;
    }
}
