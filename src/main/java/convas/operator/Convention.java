package convas.operator;

/** How tools count a network's work; see {@code docs/counting.md}. */
public enum Convention {
    /** Multiplications of convolution and linear layers: what papers call FLOPs. */
    MACS,
    /** Two for each MAC, and every other arithmetic operation. */
    FLOPS,
    FVCORE,
    THOP,
    PTFLOPS,
    TORCHINFO
}
