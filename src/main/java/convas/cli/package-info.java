/**
 * The commands that need no window: {@code count}, {@code check}, {@code train}, {@code runs}, {@code run}, {@code presets},
 * {@code modules}. The only place that prints. Each command returns 0 where all is well, 1 where the design or its data
 * have errors, and 2 where it was called wrongly. What it takes from the rest of the program is handed in
 * ({@link convas.cli.Parts}); the window is known only as an {@link convas.cli.EditorLauncher}.
 */
package convas.cli;
