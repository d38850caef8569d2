package convas.profiling.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Waits until a device has done all that it was given. */
@FunctionalInterface
interface Synchronization {
    /** Returns at once where the processor itself computes. */
    void await();

    /**
     * The engine has no call for it: reading a value waits, since a device does its work in order.
     *
     * @param manager owns the value that is read
     */
    static Synchronization of(Device device, NDManager manager) {
        if (!device.isGpu()) {
            return () -> {};
        }
        NDArray value = manager.create(0f);
        return value::getFloat;
    }
}
