package convas.graph.json;

import convas.graph.Value;
import java.util.function.UnaryOperator;

/**
 * One step between format versions.
 *
 * @param from the version that it reads; it makes the next one
 * @param change a pure function of the whole file; it need not touch the field {@code version}
 */
record Migration(int from, UnaryOperator<Value.Mapping> change) {}
