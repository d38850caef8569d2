/** The node types that come with Convas: primitives, which have code, and modules, which are resources. */
package convas.catalog;
