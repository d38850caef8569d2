/**
 * Documents written from what the program knows: the reference pages of the operators, with pictures of the modules'
 * bodies, and the page of a profile. Gives texts by file name and leaves writing them to whoever asks. Knows neither the window nor the engine.
 */
package convas.export.report;
