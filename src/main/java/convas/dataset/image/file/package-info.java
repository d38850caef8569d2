/** The forms of image files: what stands in their heads, and their pixels row by row, as stored. */
package convas.dataset.image.file;
