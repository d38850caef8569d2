/** Where cards may stand: lines they snap to, rows and columns they are put in. Pure geometry, without scene classes. */
package convas.editor.arrange;
