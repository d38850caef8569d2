package convas.dataset;

/**
 * How training images are altered each time they are seen. Labels stay; where numbers are learnt, they stay too, so only
 * what does not change their meaning should be chosen.
 *
 * @param flip whether half of the images are mirrored, left and right exchanged
 * @param crop pixels of black that are laid around an image, of which a random part of the old size is taken
 * @param color how far brightness, contrast and saturation may be changed: factors from {@code 1 - color} to {@code 1 +
 *     color}, 0 to 1
 * @param cutout side in pixels of a square that is filled with the mean (DeVries and Taylor, 2017); it may stand out over
 *     the edge
 * @param mixup alpha of the Beta distribution from which the share of an image comes that is mixed with the next one of
 *     the batch (Zhang et al., 2018); 0 for none
 */
public record Augmentation(boolean flip, int crop, double color, int cutout, double mixup) {
    public static final Augmentation NONE = new Augmentation(false, 0, 0, 0, 0);

    /** Whether anything is done that only images can undergo. */
    public boolean needsImages() {
        return flip || crop > 0 || color > 0 || cutout > 0;
    }
}
