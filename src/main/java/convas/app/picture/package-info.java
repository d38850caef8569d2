/** Pictures for the command line, drawn by the editor's own painters without a screen. */
package convas.app.picture;
