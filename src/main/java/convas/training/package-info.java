/**
 * Training as others see it: what is asked for ({@link convas.training.RunRequest}), what happens
 * ({@link convas.training.RunEvent}), and the folder that stays. The loop itself runs in a child process and lives in
 * {@code convas.training.djl}; nothing here loads the engine.
 */
package convas.training;
