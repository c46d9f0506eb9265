package org.talks.search.benchmarks.opensearch;

import org.codelibs.opensearch.runner.OpenSearchRunner;

/// Runs one node until its standard input ends, and prints `ready` when it answers.
///
/// Arguments: an empty directory, the port of its HTTP API.
public final class Node {

    private Node() {}

    public static void main(String[] arguments) throws Exception {
        var port = Integer.parseInt(arguments[1]);
        try (var runner = new OpenSearchRunner()) {
            // The runner adds the number of the node, which is 1.
            // The runner adds the number of the node, which is 1.
            runner.setMaxHttpPort(port);
            runner.build(OpenSearchRunner.newConfigs()
                    .basePath(arguments[0])
                    .numOfNode(1)
                    .baseHttpPort(port - 1)
                    .clusterName("benchmark"));
            runner.ensureYellow();
            System.out.println("ready");
            while (System.in.read() >= 0) {
                // Nothing is said but the end.
                continue;
            }
        }
    }
}
