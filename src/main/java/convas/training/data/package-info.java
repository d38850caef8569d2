/** Where recipe and data meet: the dataset that a recipe asks for is opened, and its paths are made right. */
package convas.training.data;
