package convas.editor.canvas.layout;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.elk.graph.properties.IProperty;

/**
 * An option of the layout that ends the layout soon after nobody wants it any more. The library asks its monitor between
 * its phases only, and one of them lasts a third of the whole; but in all of them it looks up options again and again,
 * and where it does, it compares its key with the one that was set, which is this.
 */
final class WatchedOption<T> implements IProperty<T> {
    /** So many comparisons take far less than a millisecond, and asking costs nothing then. */
    private static final int BETWEEN = 16;

    private final IProperty<T> option;
    private final BooleanSupplier cancelled;
    private int compared;

    /** @param cancelled asked in the layout's thread */
    WatchedOption(IProperty<T> option, BooleanSupplier cancelled) {
        this.option = option;
        this.cancelled = cancelled;
    }

    /** @throws CancellationException where it is cancelled */
    @Override
    public String getId() {
        if (++compared % BETWEEN == 0 && cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        return option.getId();
    }

    @Override
    public T getDefault() {
        return option.getDefault();
    }

    @Override
    public Comparable<? super T> getLowerBound() {
        return option.getLowerBound();
    }

    @Override
    public Comparable<? super T> getUpperBound() {
        return option.getUpperBound();
    }

    @Override
    public boolean equals(Object other) {
        return other == this || other instanceof IProperty<?> && option.equals(other);
    }

    @Override
    public int hashCode() {
        return option.hashCode();
    }
}
