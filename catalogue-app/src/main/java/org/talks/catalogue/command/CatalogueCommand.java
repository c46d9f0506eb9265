package org.talks.catalogue.command;

/// A wish to change the catalogue; it may be refused, and it may turn out to change nothing.
public interface CatalogueCommand {

    /// The stream it is about: `talk:0198…`.
    String stream();
}
