package convas.export.report;

import convas.analysis.Analysis;
import convas.analysis.NodeReport;
import convas.analysis.figures.PeakMemory;
import convas.graph.Design;
import convas.operator.Catalog;
import convas.profiling.Ceilings;
import convas.profiling.PathProfile;
import convas.profiling.Profile;
import convas.profiling.Roof;
import convas.profiling.Setting;
import convas.profiling.Spread;
import convas.profiling.Whole;
import convas.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A profile as one page of HTML that needs no other file and no network: the design, the totals, the roofline, the memory
 * and the table of all paths. The page is well-formed XML too.
 */
public final class ProfilePage {
    /** Beyond this a picture of the whole sheet can no longer be read. */
    private static final int MOST_NODES = 300;

    private static final double MEBIBYTE = 1 << 20;
    private static final String STYLE = """
        body { font: 14px/1.45 "DejaVu Sans", Verdana, Arial, sans-serif; color: #24292f; background: #f6f8fa;
          margin: 24px auto; max-width: 1180px; padding: 0 16px; }
        h1 { font-size: 22px; } h2 { font-size: 17px; margin-top: 32px; }
        svg { max-width: 100%; height: auto; border: 1px solid #d0d7de; border-radius: 8px; }
        table { border-collapse: collapse; background: #ffffff; font-size: 12px; }
        th, td { border: 1px solid #d0d7de; padding: 2px 8px; text-align: right; white-space: nowrap; }
        th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
        .wide { overflow-x: auto; } .design { max-height: 620px; overflow: auto; } .design svg { max-width: none; } .sum td { font-weight: bold; }
        .share { display: inline-block; height: 8px; background: #cf222e; margin-left: 6px; }
        """;

    private final Profile profile;
    private final Ceilings ceilings;
    private final Design design;
    private final Analysis analysis;
    private final Catalog catalog;
    private final Texts texts;
    private final Map<String, PathProfile> paths;
    private final Map<String, Roof> roofs;
    private final StringBuilder page = new StringBuilder();

    /**
     * @param design that was measured, with
     * @param analysis of it, which has a program
     * @param texts in the language of the page
     */
    public ProfilePage(
            Profile profile, Ceilings ceilings, Design design, Analysis analysis, Catalog catalog, Texts texts) {
        this.profile = profile;
        this.ceilings = ceilings;
        this.design = design;
        this.analysis = analysis;
        this.catalog = catalog;
        this.texts = texts;
        this.paths = profile.byPath();
        this.roofs = Roof.byPath(profile, ceilings);
    }

    /** The whole page. */
    public String html() {
        String title = texts.get("profilereport.title", profile.design());
        page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(language())
                .append("\">\n<head><meta charset=\"UTF-8\"/><title>")
                .append(Svg.escape(title))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head>\n<body>\n<h1>")
                .append(Svg.escape(title))
                .append("</h1>\n");
        facts();
        heading("profilereport.design");
        picture();
        heading("profilereport.roofline");
        page.append(new RooflinePicture(profile, ceilings, texts).svg());
        paragraph(texts.get("profilereport.roofline.legend"));
        heading("profilereport.memory");
        memory();
        heading("profilereport.table");
        table();
        return page.append("</body>\n</html>\n").toString();
    }

    private void facts() {
        Setting setting = profile.setting();
        Whole whole = profile.whole();
        List<List<String>> rows = new ArrayList<>();
        fact(rows, "latency", range(whole.latency()) + " ms");
        fact(rows, "throughput", number(profile.throughput()));
        whole.backward().ifPresent(time -> {
            fact(rows, "forward", range(whole.forward()) + " ms");
            fact(rows, "backward", range(time) + " ms");
        });
        fact(rows, "overhead", range(whole.overhead()) + " ms");
        fact(rows, "macs", count(profile.sum().macs()));
        fact(rows, "weights", mebibytes(whole.weightBytes()));
        fact(
                rows,
                "peak",
                whole.peakBytes().map(ProfilePage::mebibytes).orElseGet(() -> texts.get("profilereport.unknown")));
        fact(rows, "mode", texts.get("profilereport.mode." + setting.mode()));
        fact(rows, "batch", Integer.toString(setting.batch()));
        fact(rows, "device", texts.get("profilereport.device.threads", setting.device(), setting.threads()));
        fact(
                rows,
                "processor",
                profile.machine().processor() + ", " + profile.machine().system());
        fact(
                rows,
                "versions",
                "Convas " + profile.machine().convas() + ", "
                        + profile.machine().engine() + ", Java "
                        + profile.machine().java());
        fact(
                rows,
                "ceilings",
                number(ceilings.gigaflopsPerSecond()) + " GFLOP/s, " + number(ceilings.gigabytesPerSecond()) + " GB/s, "
                        + texts.get("profilereport.call", number(ceilings.callMicroseconds())));
        fact(rows, "taken", profile.taken());
        page.append("<table>\n");
        rows.forEach(row -> row("td", row, false));
        page.append("</table>\n");
        if (!profile.settled()) {
            paragraph(texts.get("profilereport.unsettled"));
        }
    }

    private void fact(List<List<String>> rows, String name, String value) {
        rows.add(List.of(Svg.escape(texts.get("profilereport." + name)), Svg.escape(value)));
    }

    private void picture() {
        if (design.graph().nodes().size() > MOST_NODES) {
            paragraph(texts.get("profilereport.design.large", MOST_NODES));
            return;
        }
        page.append("<div class=\"design\">")
                .append(new BodyPicture(design, catalog, this::share).svg())
                .append("</div>\n");
        paragraph(texts.get("profilereport.design.legend"));
    }

    private double share(String path) {
        PathProfile known = paths.get(path);
        return known == null ? Double.NaN : profile.share(known);
    }

    private void memory() {
        page.append(new MemoryPicture(profile.timeline(), texts).svg());
        PeakMemory peak = PeakMemory.of(analysis.program().orElseThrow());
        paragraph(texts.get("profilereport.memory.peak", peak.path()));
        page.append("<ul>\n");
        for (PeakMemory.Held held : peak.held()) {
            String bytes = count(Math.multiplyExact(profile.setting().batch(), held.bytes()));
            boolean waits = held.waiting() && !held.lastReader().isEmpty();
            page.append("<li>")
                    .append(Svg.escape(texts.get(
                            waits ? "profilereport.memory.waiting" : "profilereport.memory.held",
                            held.path(),
                            bytes,
                            held.lastReader())))
                    .append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void table() {
        boolean backward = profile.whole().backward().isPresent();
        List<String> head = new ArrayList<>();
        for (String column : List.of(
                "node",
                "type",
                "forward",
                "backward",
                "share",
                "macs",
                "rate",
                "traffic",
                "reached",
                "gain",
                "memory.column")) {
            if (backward || !column.equals("backward")) {
                head.add(Svg.escape(texts.get("profilereport." + column)));
            }
        }
        page.append("<div class=\"wide\"><table>\n");
        row("th", head, false);
        paths.forEach((path, row) -> row("td", cells(path, row, backward), row.calls() > 1));
        page.append("</table></div>\n");
        paragraph(texts.get("profilereport.table.legend"));
    }

    private List<String> cells(String path, PathProfile row, boolean backward) {
        Roof roof = roofs.get(path);
        double share = profile.share(row);
        List<String> cells = new ArrayList<>(List.of(
                Svg.escape(path),
                Svg.escape(analysis.node(path).map(NodeReport::type).orElse(row.type())),
                range(row.forward())));
        if (backward) {
            cells.add(row.backward().map(ProfilePage::range).orElse("?"));
        }
        cells.addAll(List.of(
                String.format(
                        Locale.ROOT,
                        "%.1f %%<span class=\"share\" style=\"width:%.0fpx\"></span>",
                        100 * share,
                        100 * share),
                count(row.macs()),
                number(row.gigaflopsPerSecond()),
                number(row.gigabytesPerSecond()),
                String.format(Locale.ROOT, "%.0f %%", 100 * roof.reached()),
                time(roof.gained()),
                row.allocatedBytes().map(ProfilePage::count).orElse("?")));
        return cells;
    }

    private void row(String cell, List<String> cells, boolean sum) {
        page.append(sum ? "<tr class=\"sum\">" : "<tr>");
        cells.forEach(each -> page.append('<')
                .append(cell)
                .append('>')
                .append(each)
                .append("</")
                .append(cell)
                .append('>'));
        page.append("</tr>\n");
    }

    private void heading(String key) {
        page.append("<h2>").append(Svg.escape(texts.get(key))).append("</h2>\n");
    }

    private void paragraph(String words) {
        page.append("<p>").append(Svg.escape(words)).append("</p>\n");
    }

    private static String range(Spread spread) {
        return time(spread.middle()) + " (" + time(spread.low()) + " - " + time(spread.high()) + ")";
    }

    /** Of the sentences: where there are none in the user's language they are English. */
    private String language() {
        Locale plain = texts.locale().stripExtensions();
        return plain.getLanguage().equals("zh") ? plain.toLanguageTag() : "en";
    }

    private static String time(double milliseconds) {
        return String.format(Locale.ROOT, "%.3f", milliseconds);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : "%.2f", value);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f MiB", bytes / MEBIBYTE);
    }
}
