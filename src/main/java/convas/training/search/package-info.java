/**
 * What a few steps of training find out before a run: a learning rate to begin with, a batch size that pays. Here is what
 * is asked and what the figures mean; the steps themselves are taken in the worker process.
 */
package convas.training.search;
