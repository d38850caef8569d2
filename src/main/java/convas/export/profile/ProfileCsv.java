package convas.export.profile;

import convas.profiling.Ceilings;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.profiling.Spread;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A profile as comma-separated values (RFC 4180): a row for each primitive, one for the time between them and one for the
 * whole network. Times are in milliseconds; what is unknown is empty.
 */
public final class ProfileCsv {
    private static final List<String> HEAD = List.of(
            "path",
            "type",
            "forward_ms",
            "forward_low_ms",
            "forward_high_ms",
            "backward_ms",
            "backward_low_ms",
            "backward_high_ms",
            "repeats",
            "share",
            "macs",
            "flops",
            "bytes_moved",
            "gflops_per_s",
            "gbytes_per_s",
            "allocated_bytes",
            "ceiling_ms",
            "gain_ms");

    private ProfileCsv() {}

    /** The whole text, lines ended by a line feed. */
    public static String of(Profile profile, Ceilings ceilings) {
        Map<String, Roof> roofs = Roof.byPath(profile, ceilings);
        StringBuilder text = new StringBuilder();
        line(text, HEAD.stream());
        for (PathProfile node : profile.nodes()) {
            Roof roof = roofs.get(node.path());
            line(
                    text,
                    Stream.of(
                            Stream.of(node.path(), node.type()),
                            times(node.forward(), node.backward()),
                            Stream.of(
                                    number(profile.share(node)),
                                    Long.toString(node.macs()),
                                    Long.toString(node.flops()),
                                    Long.toString(node.bytesMoved()),
                                    number(node.gigaflopsPerSecond()),
                                    number(node.gigabytesPerSecond()),
                                    node.allocatedBytes().map(String::valueOf).orElse(""),
                                    number(roof.ceiling()),
                                    number(roof.gained()))));
        }
        PathProfile sum = profile.sum();
        line(text, Stream.of(Stream.of("", "overhead"), times(profile.whole().overhead(), Optional.empty())));
        line(
                text,
                Stream.of(
                        Stream.of("", "whole"),
                        times(profile.whole().forward(), profile.whole().backward()),
                        Stream.of("1", Long.toString(sum.macs()), Long.toString(sum.flops()))));
        return text.toString();
    }

    private static Stream<String> times(Spread forward, Optional<Spread> backward) {
        return Stream.concat(
                Stream.concat(range(forward), backward.map(ProfileCsv::range).orElseGet(() -> Stream.of("", "", ""))),
                Stream.of(Integer.toString(forward.count())));
    }

    private static Stream<String> range(Spread spread) {
        return Stream.of(number(spread.middle()), number(spread.low()), number(spread.high()));
    }

    private static String number(double value) {
        return Double.toString(value);
    }

    private static void line(StringBuilder text, Stream<?> cells) {
        List<String> flat = cells.flatMap(cell -> cell instanceof Stream<?> more ? more : Stream.of(cell))
                .map(String::valueOf)
                .map(ProfileCsv::quoted)
                .collect(Collectors.toList());
        while (flat.size() < HEAD.size()) {
            flat.add("");
        }
        text.append(String.join(",", flat)).append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
