/** What a person sets once and finds again: theme, language, the window as it was left. */
package convas.editor.comfort;
