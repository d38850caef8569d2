/** Finding nodes by what they are and what they cost: {@code macs>1M type:Conv2d}. Without scene classes. */
package convas.editor.find;
