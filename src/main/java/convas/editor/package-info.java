/**
 * The window: open designs in tabs, the panels around the canvas, menus and commands. Panels and dialogs are FXML with
 * small controllers. Sees analysis and training through interfaces that {@code convas.app} hands in; never the engine.
 */
package convas.editor;
