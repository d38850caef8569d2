/** Learning rates and batch sizes, tried in place of a run and shown. */
package convas.cli.search;
