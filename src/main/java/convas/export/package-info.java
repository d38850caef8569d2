/** What leaves the program: documents and, in packages of their own, the formats of other tools. */
package convas.export;
