/** Pictures of designs in files. */
package convas.cli.picture;
