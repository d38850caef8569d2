/** The command that measures a design. */
package convas.cli.profile;
