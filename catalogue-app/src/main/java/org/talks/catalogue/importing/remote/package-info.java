/// Fetches sources from the web without becoming a way into the network that the catalogue runs in: every address
/// is checked, and the one that was checked is the one connected to.
@NullMarked
package org.talks.catalogue.importing.remote;

import org.jspecify.annotations.NullMarked;
