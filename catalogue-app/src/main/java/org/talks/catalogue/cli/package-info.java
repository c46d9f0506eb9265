/// The command line: [Cli] reads the arguments, each verb is a small class. A verb works on a data directory
/// whether or not a server runs there: it goes through the server that `server.json` names, by HTTP and without
/// Spring, or, where the lock is free, starts the application without a web server and calls its [Operations].
/// Results go to standard output, everything else to standard error; the exit codes are in [Exit].
@NullMarked
package org.talks.catalogue.cli;

import org.jspecify.annotations.NullMarked;
