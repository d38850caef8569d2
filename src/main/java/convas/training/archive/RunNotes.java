package convas.training.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import convas.file.ClosedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * What people wrote about a run, kept in its folder as {@code notes.json}. No part of what the run computed: the process
 * that trains never reads or writes it.
 *
 * @param tags in order, each once
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RunNotes(List<String> tags, String note) {
    static final String NAME = "notes.json";
    private static final int LARGEST = 1 << 20;
    static final RunNotes NONE = new RunNotes(List.of(), "");

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RunNotes {
        TreeSet<String> sorted = new TreeSet<>();
        (tags == null ? List.<String>of() : tags)
                .stream().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(sorted::add);
        tags = List.copyOf(sorted);
        note = note == null ? "" : note;
    }

    /** What a folder has; nothing where there is no such file or it cannot be read. */
    static RunNotes read(Path run) {
        try {
            RunNotes read = JSON.readValue(new ClosedFolder(run).read(NAME, LARGEST), RunNotes.class);
            return read == null ? NONE : read;
        } catch (IOException none) {
            return NONE;
        }
    }

    /** @throws NotesUnreadableException where there are notes that this would replace unread */
    public void write(Path run) throws IOException {
        try {
            JSON.readValue(new ClosedFolder(run).read(NAME, LARGEST), RunNotes.class);
        } catch (JsonProcessingException damaged) {
            throw new NotesUnreadableException(run.resolve(NAME), damaged);
        } catch (IOException noNotes) {
            // None yet, or something that is no file of ours.
        }
        new ClosedFolder(run).replace(NAME, (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
