package convas.analysis;

/** A tensor of a program: output {@code port} of the step at {@code step}. */
public record TensorRef(int step, int port) {}
