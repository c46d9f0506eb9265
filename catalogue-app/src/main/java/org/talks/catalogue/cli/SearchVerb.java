package org.talks.catalogue.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.talks.catalogue.cli.Operations.Hit;
import org.talks.catalogue.cli.Operations.Named;
import org.talks.catalogue.cli.Operations.SearchResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        description = {
            "Searches talks.",
            "Prints one hit per line, best first: id, title, speakers and conference with tabs between them."
        })
final class SearchVerb extends Verb {

    private static final int SIZE_MAX = 100;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "What to search for.")
    private List<String> words = List.of();

    @Option(
            names = {"-n", "--size"},
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many hits at most, up to " + SIZE_MAX + "; ${DEFAULT-VALUE} by default.")
    private int size;

    SearchVerb(Terminal terminal, Application application) {
        super(terminal, application);
    }

    @Override
    public Integer call() {
        var result = catalogue()
                .existing()
                .use(operations -> operations.search(String.join(" ", words), Math.clamp(size, 1, SIZE_MAX)));
        if (json()) {
            printJson(result);
        } else {
            print(result);
        }
        return Exit.OK;
    }

    private void print(SearchResult result) {
        for (var hit : result.hits()) {
            print(line(hit));
            if (terminal().out().checkError()) {
                // Whoever reads has seen enough: `search data | head -1`.
                return;
            }
        }
        if (result.total() > result.hits().size()) {
            remark(result.hits().size() + " of " + result.total() + " talks");
        } else if (result.hits().isEmpty()) {
            remark("Nothing was found.");
        }
    }

    private static String line(Hit hit) {
        var conference = hit.conference();
        return String.join(
                "\t",
                hit.id(),
                Terminal.printable(hit.title()),
                Terminal.printable(hit.speakers().stream().map(Named::name).collect(Collectors.joining(", "))),
                conference == null ? "" : Terminal.printable(conference.name()));
    }
}
