package convas.dataset.builtin;

import convas.dataset.DatasetKind;
import convas.dataset.Datasets;
import convas.dataset.Digits;
import convas.dataset.synthetic.CoordinateTask;
import java.util.ArrayList;
import java.util.List;

/** The kinds of datasets that come with Convas, in the order in which people see them. */
public final class BuiltinDatasets {
    private BuiltinDatasets() {}

    public static Datasets create() {
        List<DatasetKind> kinds = new ArrayList<>();
        kinds.add(new Digits());
        kinds.addAll(CoordinateTask.all());
        return new Datasets(kinds);
    }
}
