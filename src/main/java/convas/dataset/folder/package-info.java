/** Images as files in folders, one folder for each class. */
package convas.dataset.folder;
