package convas.training.djl;

import convas.analysis.Analyzer;
import convas.catalog.BuiltinCatalog;
import convas.child.ParentLink;
import convas.dataset.builtin.BuiltinDatasets;
import convas.engine.EngineChild;
import convas.text.Texts;
import convas.training.Planner;
import convas.training.RunEvent;
import convas.training.RunOrder;
import convas.training.worker.EventJson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The worker process; its protocol is told in the description of {@code convas.training.worker}. */
public final class WorkerMain {
    /** A batch that takes longer than this after everybody has left is not waited for. */
    private static final long PATIENCE_SECONDS = 120;

    private final ParentLink parent;
    private final Orders orders = new Orders();

    private WorkerMain(ParentLink parent) {
        this.parent = parent;
    }

    /** No arguments. Exits with 0 where the run ended as wanted, else with 1. */
    public static void main(String[] arguments) throws IOException {
        EngineChild.run(
                why -> EventJson.write(new RunEvent.Failed(List.of(why))), parent -> new WorkerMain(parent).work());
    }

    private boolean work() throws IOException {
        Optional<String> request = parent.request();
        if (request.isEmpty()) {
            return false;
        }
        parent.listen(line -> RunOrder.of(line).ifPresent(orders::accept), this::leave);
        Planner planner = new Planner(
                new Analyzer(BuiltinCatalog.create())::analyze,
                BuiltinDatasets.create(),
                new DataTold(this::send, orders));
        Starter starter = new Starter(new Texts(Locale.getDefault()), orders, this::send);
        return new Worker(planner, starter).work(request.get());
    }

    private void leave() {
        orders.left();
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        if (!orders.stay()) {
            ParentLink.exit(false);
        }
    }

    private void send(RunEvent event) {
        try {
            parent.send(EventJson.write(event));
        } catch (IOException gone) {
            orders.left();
        }
    }
}
