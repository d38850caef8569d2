/**
 * What strangers, bad disks and bad luck may hand over: sound files of every kind, damaged by chance, and what the program
 * makes of them. {@link convas.mutants.MutantsTest} tells how to have many.
 */
package convas.mutants;
