/** Profiles in the formats of other tools: tables of numbers and Chrome's trace viewer. */
package convas.export.profile;
