/**
 * An open design as the editor sees it: its history, where one looks, what is selected, and the edits a person means,
 * each a pure function. No scene classes and no threads: everything here is tested without a window.
 */
package convas.editor.document;
