/**
 * Pixels of image files, as Pillow gives them: upright, red, green and blue, over a ground where they are transparent, and
 * brought to one size without overlooking any pixel.
 */
package convas.dataset.image;
