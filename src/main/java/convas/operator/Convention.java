package convas.operator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a tool counts a network's work: what this version of it prints for the network written with PyTorch's modules, for
 * one image in evaluation mode; see {@code docs/counting.md}.
 */
public enum Convention {
    /** Multiplications of convolution and linear layers: what papers call FLOPs. */
    MACS(""),
    /** Two for each MAC, and every other arithmetic operation. */
    FLOPS(""),
    FVCORE("fvcore 0.1.5"),
    THOP("thop 0.1.1"),
    /** ptflops' default backend, which counts several layers as a module and again as the function that it calls. */
    PTFLOPS_PYTORCH("ptflops 0.7.5, backend pytorch"),
    PTFLOPS_ATEN("ptflops 0.7.5, backend aten"),
    TORCHINFO("torchinfo 1.8.0");

    /** Both backends of ptflops were once one convention; without a backend the tool takes this one. */
    private static final String BARE_PTFLOPS = "ptflops";

    private final String tool;

    Convention(String tool) {
        this.tool = tool;
    }

    /** The tool with its version and, where it has several, its backend; empty for Convas' own ways to count. */
    public String tool() {
        return tool;
    }

    /** For files and the command line: {@code ptflops-aten}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The convention of this key, in any case; {@code ptflops} alone is its default backend. */
    public static Optional<Convention> find(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        return wanted.equals(BARE_PTFLOPS)
                ? Optional.of(PTFLOPS_PYTORCH)
                : Arrays.stream(values())
                        .filter(convention -> convention.key().equals(wanted))
                        .findFirst();
    }
}
