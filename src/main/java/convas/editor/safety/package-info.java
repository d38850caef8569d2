/**
 * That nobody loses work: what is open and unsaved is kept in a recovery folder every few seconds, what a program that
 * ended suddenly left there is offered again, and a file that somebody else changes is noticed.
 */
package convas.editor.safety;
