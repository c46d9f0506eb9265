package org.talks.catalogue.command;

import java.util.List;
import org.talks.events.CatalogueEvent;

/// Somebody else changed the same part since the version that this command was made from. Nothing was changed by
/// it; both versions are here, so that a page can show them and let the person decide.
public final class Conflict extends Refused {

    private final String stream;
    private final long expectedVersion;
    private final long currentVersion;
    private final transient List<CatalogueEvent> theirs;
    private final transient List<CatalogueEvent> yours;

    /// @param theirs what was recorded since the expected version and touches the same parts
    /// @param yours what this command would have recorded
    public Conflict(
            String stream,
            long expectedVersion,
            long currentVersion,
            List<CatalogueEvent> theirs,
            List<CatalogueEvent> yours) {
        super(
                "Somebody else changed the same part since version " + expectedVersion
                        + ". Compare both versions and save again with version " + currentVersion + ".",
                List.of());
        this.stream = stream;
        this.expectedVersion = expectedVersion;
        this.currentVersion = currentVersion;
        this.theirs = List.copyOf(theirs);
        this.yours = List.copyOf(yours);
    }

    @Override
    public String code() {
        return "conflict";
    }

    public String stream() {
        return stream;
    }

    public long expectedVersion() {
        return expectedVersion;
    }

    public long currentVersion() {
        return currentVersion;
    }

    public List<CatalogueEvent> theirs() {
        return theirs;
    }

    public List<CatalogueEvent> yours() {
        return yours;
    }
}
