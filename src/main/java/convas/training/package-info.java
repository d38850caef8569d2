/**
 * Training as others see it: what is asked for ({@link convas.training.RunRequest}), what happens
 * ({@link convas.training.RunEvent}), and whether design, recipe and data fit ({@link convas.training.Planner}). The recipe
 * is in {@code recipe}, the folder that stays in {@code run}. The loop itself runs in a child process ({@code worker}) and
 * lives in {@code djl}; nothing outside that loads the engine.
 */
package convas.training;
