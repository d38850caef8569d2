package convas.dataset.builtin;

import convas.dataset.DatasetKind;
import convas.dataset.Datasets;
import convas.dataset.Digits;
import convas.dataset.array.Npz;
import convas.dataset.file.Cifar;
import convas.dataset.file.Emnist;
import convas.dataset.file.IdxImages;
import convas.dataset.folder.ImageFolder;
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
        kinds.add(new ImageFolder());
        kinds.add(IdxImages.mnist());
        kinds.add(IdxImages.fashionMnist());
        kinds.add(new Emnist());
        kinds.add(Cifar.ten());
        kinds.add(Cifar.hundred());
        kinds.add(new Npz());
        return new Datasets(kinds);
    }
}
