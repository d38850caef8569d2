package convas.training.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Products that belong to a given manager, where DJL would give them to that of the first factor. */
final class Scoped {
    private Scoped() {}

    static NDArray times(NDArray array, double factor, NDManager manager) {
        NDArray product = array.mul(factor);
        product.attach(manager);
        return product;
    }
}
