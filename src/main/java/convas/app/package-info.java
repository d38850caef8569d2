/** Where the program is put together: the only place that knows every house. */
package convas.app;
