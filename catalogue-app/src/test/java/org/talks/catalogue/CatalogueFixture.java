package org.talks.catalogue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.eventstore.Receipt;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.search.SearchRequest;
import org.talks.search.SearchResult;

/// A whole catalogue without a web server, in a directory that outlives it, so that tests can stop it and start
/// it again.
public final class CatalogueFixture implements AutoCloseable {

    public static final String ACTOR = "0190f1de-0000-7000-8000-000000000001";

    private final ConfigurableApplicationContext context;

    private CatalogueFixture(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static CatalogueFixture open(Path directory) {
        var application = new SpringApplication(CatalogueApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        return new CatalogueFixture(application.run(
                "--catalogue.data=" + directory, "--logging.level.root=WARN", "--spring.main.banner-mode=off"));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public Receipt send(CatalogueCommand command) {
        return get(Commands.class).send(command, context());
    }

    public Receipt send(CatalogueCommand command, long expectedVersion) {
        return get(Commands.class).send(command, context().expecting(expectedVersion));
    }

    public static CommandContext context() {
        return CommandContext.by(ACTOR, "test");
    }

    /// Waits until both views show everything that was recorded.
    public CatalogueFixture caughtUp() {
        try {
            if (!get(Views.class).await(log().head(), Duration.ofSeconds(60))) {
                throw new AssertionError(
                        "the views did not catch up: " + get(Views.class).status());
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public EventLog log() {
        return get(EventLog.class);
    }

    public Views views() {
        return get(Views.class);
    }

    public Rebuilds rebuilds() {
        return get(Rebuilds.class);
    }

    public Imports imports() {
        return get(Imports.class);
    }

    public TalkSearch search() {
        return get(TalkSearch.class);
    }

    public List<String> titles(String text) {
        return found(text).hits().stream().map(SearchResult.Hit::title).toList();
    }

    /// An answer that was not cut short; on a busy machine a cold index may need a second try.
    public SearchResult found(String text) {
        for (int attempt = 0; attempt < 20; attempt++) {
            var result = search().search(SearchRequest.forText(text));
            if (!result.partial()) {
                return result;
            }
        }
        throw new AssertionError("the index never answered in time");
    }

    @Override
    public void close() {
        context.close();
    }
}
