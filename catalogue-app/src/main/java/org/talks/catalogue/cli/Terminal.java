package org.talks.catalogue.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import tools.jackson.databind.json.JsonMapper;

/// Where a verb writes to.
///
/// @param out results and nothing else
/// @param err progress and messages
/// @param interactive whether a person looks at it, so that a bar may be drawn
/// @param nanos the time, from any origin
record Terminal(PrintStream out, PrintStream err, boolean interactive, LongSupplier nanos) {

    /// JDK 25 is back to a console that is null where input or output is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofProcess() {
        var console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal(), System::nanoTime);
    }

    void json(JsonMapper mapper, Object result) {
        out.println(mapper.writeValueAsString(result));
    }

    /// Text from a catalogue, safe to print: titles can hold anything, also what would move the cursor.
    static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
