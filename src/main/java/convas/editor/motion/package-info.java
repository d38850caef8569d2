/** Things that move on the screen for a moment so that the eye can follow: how, and whether somebody wants that. */
package convas.editor.motion;
