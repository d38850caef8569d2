package convas.dataset.array;

import convas.dataset.SampleShape;
import convas.operator.TensorShape;
import java.util.Optional;
import java.util.Set;

/** In which order an array has the channels, rows and columns of its images. */
final class Layout {
    /** The option, and what it may say. */
    static final String OPTION = "layout";

    static final String CHANNELS_FIRST = "NCHW";
    static final String CHANNELS_LAST = "NHWC";

    /** As many channels as images usually have: grey, colours, colours with opacity. */
    private static final Set<Long> USUAL = Set.of(1L, 3L, 4L);

    private Layout() {}

    /** Of one sample of an array of two to four dimensions. */
    static SampleShape shape(TensorShape array, boolean channelsLast) {
        int[] sizes = array.sizes().stream().mapToInt(Math::toIntExact).skip(1).toArray();
        return switch (sizes.length) {
            case 1 -> SampleShape.numbers(sizes[0]);
            case 2 -> SampleShape.image(1, sizes[0], sizes[1]);
            default ->
                channelsLast
                        ? SampleShape.image(sizes[2], sizes[0], sizes[1])
                        : SampleShape.image(sizes[0], sizes[1], sizes[2]);
        };
    }

    /**
     * The other layout, where it looks right and the present one does not: where the channels' end of the array is no
     * usual number of channels, and the other end is.
     */
    static Optional<String> doubted(TensorShape array, boolean channelsLast) {
        if (array.rank() != 4) {
            return Optional.empty();
        }
        long channels = array.size(channelsLast ? 3 : 1);
        long other = array.size(channelsLast ? 1 : 3);
        boolean isOdd = !USUAL.contains(channels) && USUAL.contains(other) && array.size(2) > other;
        return isOdd ? Optional.of(channelsLast ? CHANNELS_FIRST : CHANNELS_LAST) : Optional.empty();
    }

    static byte[] channelsLast(byte[] planes, SampleShape shape) {
        byte[] pixels = new byte[planes.length];
        for (int index = 0; index < planes.length; index++) {
            pixels[place(index, shape)] = planes[index];
        }
        return pixels;
    }

    static float[] channelsLast(float[] planes, SampleShape shape) {
        float[] values = new float[planes.length];
        for (int index = 0; index < planes.length; index++) {
            values[place(index, shape)] = planes[index];
        }
        return values;
    }

    /** Where a value of whole planes goes when channels come last. */
    private static int place(int index, SampleShape shape) {
        int plane = shape.height() * shape.width();
        int sample = index / shape.elements();
        int within = index % shape.elements();
        return sample * shape.elements() + within % plane * shape.channels() + within / plane;
    }
}
