/**
 * Datasets in published files: IDX (MNIST and its kin), CIFAR's binary form; from a folder or an archive
 * that the user points to. Files are checked by structure, size and, where a digest was published, by that.
 */
package convas.dataset.file;
