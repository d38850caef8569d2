package convas.cli;

import convas.text.ControlCharacters;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * What commands print with. Names, notes and messages come from files that others made, and the terminal obeys control
 * characters, so those are shown as escapes: {@link #println(String)} prints one line whatever the text holds,
 * {@link #print(String)} keeps line feeds. Only a single {@link #print(char)} reaches the terminal as it is.
 */
final class Printer extends PrintWriter {
    Printer(Writer to) {
        super(to, true);
    }

    @Override
    public void print(String text) {
        super.print(ControlCharacters.escapedLines(String.valueOf(text)));
    }

    @Override
    public void println(String line) {
        super.println(ControlCharacters.escaped(String.valueOf(line)));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }
}
