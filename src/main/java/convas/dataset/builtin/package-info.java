/** The list of the kinds of datasets that come with Convas. */
package convas.dataset.builtin;
