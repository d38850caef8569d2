package convas.app.picture;

import convas.cli.picture.Pictures;
import convas.editor.document.Document;
import convas.editor.document.OpenSheet;
import convas.editor.document.Place;
import convas.editor.drawing.PictureFormat;
import convas.editor.drawing.PictureOptions;
import convas.editor.drawing.PictureTooLarge;
import convas.editor.drawing.SheetDrawing;
import convas.graph.Layout;
import convas.operator.Catalog;
import convas.text.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Draws with what the window draws with. */
public final class OwnPictures implements Pictures {
    private final Supplier<Catalog> library;
    private final Texts texts;

    public OwnPictures(Supplier<Catalog> library, Texts texts) {
        this.library = library;
        this.texts = texts;
    }

    @Override
    public byte[] draw(Request request) throws Refused {
        Document document = new Document(library.get(), request.design(), Optional.empty());
        OpenSheet sheet = sheet(document, request.module());
        PictureOptions options = new PictureOptions(
                PictureFormat.of("." + request.ending()).orElseThrow(),
                request.dark(),
                request.scale(),
                request.shapes(),
                Set.of(),
                Optional.empty());
        try {
            return new SheetDrawing(request.design(), document.catalog(), request.analysis(), texts)
                    .of(sheet, Layout.EMPTY, options);
        } catch (PictureTooLarge tooLarge) {
            throw new Refused(tooLarge.sentence(texts));
        }
    }

    private OpenSheet sheet(Document document, String path) throws Refused {
        OpenSheet sheet = OpenSheet.find(document.design(), document.catalog(), Place.DESIGN);
        if (path.isEmpty()) {
            return sheet;
        }
        for (String segment : path.split("/")) {
            int dot = segment.indexOf('.');
            String id = dot < 0 ? segment : segment.substring(0, dot);
            Optional<OpenSheet> inside = sheet.into(id, document.design(), document.catalog());
            if (inside.isEmpty()) {
                throw new Refused(texts.get("editorpicture.noModule", path, id));
            }
            sheet = inside.get();
        }
        return sheet;
    }
}
