package org.talks.catalogue.projection;

/// A view that is served, with the kind that opens and builds it.
public record ManagedView<P extends Projection>(ViewKind<P> kind, LiveView<P> live) {

    public String name() {
        return kind.name();
    }
}
