/** How a network is to be trained, as a design writes it: read with every fault named, written with every default. */
package convas.training.recipe;
