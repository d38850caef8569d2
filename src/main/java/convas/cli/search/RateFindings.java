package convas.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import convas.text.Texts;
import convas.training.RunEvent;
import convas.training.search.RateCurve;
import convas.training.search.Search;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Losses at growing learning rates. */
final class RateFindings implements Findings {
    private final Texts texts;
    private final Search.Rates asked;
    private final RateCurve curve = new RateCurve();

    RateFindings(Texts texts, Search.Rates asked) {
        this.texts = texts;
        this.asked = asked;
    }

    @Override
    public synchronized Optional<String> add(RunEvent event) {
        if (!(event instanceof RunEvent.RateTried tried)) {
            return Optional.empty();
        }
        curve.add(tried.rate(), tried.loss());
        String loss = String.format(Locale.ROOT, "%.4f", tried.loss());
        int count = curve.points().size();
        return Optional.of(texts.get("clisearch.rate", SearchRun.rate(tried.rate()), loss, count, asked.steps()));
    }

    @Override
    public synchronized boolean isEmpty() {
        return curve.points().isEmpty();
    }

    @Override
    public synchronized void print(PrintWriter out) {
        out.println(texts.get("clisearch.loss"));
        RatePlot.lines(curve.points(), curve.suggestion()).forEach(out::println);
        out.println(" ".repeat(RatePlot.MARGIN) + texts.get("clisearch.axis"));
    }

    @Override
    public synchronized String suggestion() {
        OptionalDouble rate = curve.suggestion();
        return rate.isPresent()
                ? texts.get("clisearch.rate.suggestion", SearchRun.rate(rate.getAsDouble()))
                : texts.get("clisearch.rate.none");
    }

    @Override
    public synchronized void print(PrintWriter out, Optional<Search.End> why, List<String> problems) {
        FindingsJson.print(out, why, problems, json -> {
            json.writeFieldName("suggested_rate");
            FindingsJson.number(json, curve.suggestion());
            json.writeArrayFieldStart("points");
            for (RateCurve.Point point : curve.points()) {
                json.writeStartObject();
                json.writeNumberField("rate", point.rate());
                loss(json, "loss", point.loss());
                loss(json, "smoothed_loss", point.smoothed());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** JSON has no sign for what is no number. */
    private static void loss(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        FindingsJson.number(json, Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty());
    }
}
