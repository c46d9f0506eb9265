/// Tests of the command line.
@NullMarked
package org.talks.catalogue.cli;

import org.jspecify.annotations.NullMarked;
