package convas.mutants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import convas.app.WholeProgram;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What users may be told, and what not. */
final class Sentences {
    /** Of a file of a few kilobytes there is never more to say. */
    private static final int LONGEST = 8 << 20;

    /** Words of developers, and keys of sentences that are missing; one design calls for the run-time in an expression. */
    private static final Pattern INNARDS = Pattern.compile("\\b[A-Za-z.$]*[a-z](Exception|Error)\\b"
            + "|\\bjavax?\\.(?!lang\\.Runtime)[a-z]+\\.[A-Za-z.]+"
            + "|\\b(analysis|archive|catalog|compiler|dataset|graph|profiling|tensor|training)\\.[a-zA-Z.-]+ \\[");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Sentences() {}

    /** Whether a call did what it was asked for; fails where it did not and said so in no sentence, or in an odd one. */
    static Kind.End check(WholeProgram.Ending ending, List<String> call) {
        String all = ending.out() + ending.err();
        if (ending.fault().isPresent()) {
            throw new AssertionError(call.get(0) + ": " + all, ending.fault().get());
        } else if (ending.code() < 0 || ending.code() > 2) {
            throw new AssertionError(call.get(0) + " ended with " + ending.code());
        } else if (all.isBlank()) {
            throw new AssertionError(call.get(0) + " ended with " + ending.code() + " and no word");
        } else if (ending.err().length() > LONGEST || ending.out().length() > longest(ending, call)) {
            throw new AssertionError(call.get(0) + " said " + all.length() + " characters");
        }
        if (call.contains("--json") && !ending.out().isBlank()) {
            json(ending.out(), call.get(0));
        }
        // What stands in the answer may be the stranger's own words.
        check(ending.err());
        return ending.code() == 0 ? Kind.End.READ : Kind.End.REFUSED;
    }

    /** A table of counts has a line for each node, of which a design may have 200,000. */
    private static int longest(WholeProgram.Ending ending, List<String> call) {
        return ending.code() == 0 && call.get(0).equals("count") ? 100 * LONGEST : LONGEST;
    }

    static void check(String said) {
        Matcher innards = INNARDS.matcher(said);
        if (innards.find()) {
            throw new AssertionError("tells of innards, " + innards.group() + ": " + said);
        }
        for (int at = 0; at < said.length(); at++) {
            char each = said.charAt(at);
            if (each < ' ' && each != '\n' && each != '\r') {
                throw new AssertionError("a control character is printed: " + (int) each);
            }
        }
    }

    private static void json(String said, String command) {
        try {
            JSON.readTree(said);
        } catch (JsonProcessingException none) {
            throw new AssertionError(command + " --json printed no JSON: " + said, none);
        }
    }
}
