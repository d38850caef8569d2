package convas.dataset.image;

import convas.dataset.image.file.Rows;

/** Lays rows over a ground: what comes out has one band less. */
final class Opaque implements Rows {
    private final Rows to;
    private final Ground ground;
    private final int bands;
    private final byte[] laid;
    private boolean transparent;

    /** @param bands with the last, how opaque a pixel is */
    Opaque(Rows to, Ground ground, int bands, int width) {
        this.to = to;
        this.ground = ground;
        this.bands = bands;
        this.laid = new byte[width * (bands - 1)];
    }

    @Override
    public void row(byte[] samples, int from) {
        int colours = bands - 1;
        int source = from;
        for (int target = 0; target < laid.length; target += colours) {
            int opaque = samples[source + colours] & 0xff;
            transparent |= opaque < 255;
            for (int band = 0; band < colours; band++) {
                laid[target + band] =
                        opaque == 255 ? samples[source + band] : ground.under(samples[source + band] & 0xff, opaque);
            }
            source += bands;
        }
        to.row(laid, 0);
    }

    /** Whether a pixel was not opaque. */
    boolean isTransparent() {
        return transparent;
    }
}
