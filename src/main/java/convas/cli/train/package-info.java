/** The commands about training: {@code train}, {@code runs}, {@code devices}. */
package convas.cli.train;
