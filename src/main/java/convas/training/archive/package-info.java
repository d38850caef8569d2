/** All the runs of a folder: what each came to, what people noted about it, and how two of them differ. */
package convas.training.archive;
