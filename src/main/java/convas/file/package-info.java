/**
 * The one way of writing files, and of reading what strangers may have made: whole or not at all, under names that nobody
 * guesses, through no link that the user has not made. Depends on the JDK and on the sentences alone; a rule keeps every other way of writing out
 * of the rest of the program.
 */
package convas.file;
