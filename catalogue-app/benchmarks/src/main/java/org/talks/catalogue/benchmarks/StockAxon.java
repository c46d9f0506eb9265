package org.talks.catalogue.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.async.FullConcurrencyPolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.sqlite.SQLiteConfig;
import org.talks.catalogue.searching.IndexWork;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventTypes;

/// Axon's own replay over the same events in Axon's own table, with its JDBC storage engine and Jackson: one
/// segment, batches of 1,000. Tokens are kept in a database, with Axon's JDBC token store, and stored after each
/// batch; what a token points past must be on disk, so the index is committed with each batch. In its favour:
/// what is known is folded in memory. [Variant#kept] is kinder still: the token is in memory, and the index is
/// committed once.
final class StockAxon {

    private static final int BATCH = 1_000;

    /// How it replays.
    ///
    /// @param pooled the pooled processor, otherwise the tracking one
    /// @param folding a talk is written once a batch, otherwise after each of its events
    /// @param kept the token is kept in memory and the index is committed once, so that a crash loses all
    record Variant(boolean pooled, boolean folding, boolean kept) {
        @Override
        public String toString() {
            return "stock Axon, " + (pooled ? "pooled" : "tracking") + (folding ? ", folding" : "")
                    + (kept ? ", in memory" : "");
        }
    }

    private final Path store;
    private final long events;

    private StockAxon(Path store, long events) {
        this.store = store;
        this.events = events;
    }

    /// Copies a log into Axon's table beside it, unless that was done before.
    static StockAxon beside(Path log, long events) throws SQLException {
        var store = log.resolveSibling("axon.db");
        if (!Files.exists(store)) {
            copy(log, store);
        }
        return new StockAxon(store, events);
    }

    private static void copy(Path log, Path store) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                var statement = connection.createStatement()) {
            statement.execute("pragma journal_mode=wal");
            statement.execute("pragma synchronous=off");
            statement.execute("create table DomainEventEntry (globalIndex integer primary key autoincrement,"
                    + " aggregateIdentifier text not null, sequenceNumber integer not null, type text,"
                    + " eventIdentifier text not null unique, metaData blob, payload blob not null,"
                    + " payloadRevision text, payloadType text not null, timeStamp text not null,"
                    + " unique (aggregateIdentifier, sequenceNumber))");
            statement.execute("create temp table class (name text primary key, class text)");
            try (var insert = connection.prepareStatement("insert into class values (?, ?)")) {
                for (var type : EventTypes.all()) {
                    insert.setString(1, type.name());
                    insert.setString(2, type.type().getName());
                    insert.executeUpdate();
                }
            }
            statement.execute("attach '" + log + "' as log");
            statement.execute(
                    "insert into DomainEventEntry select position, stream, sequence, 'stream', event_id, meta,"
                            + " payload, null, class, strftime('%Y-%m-%dT%H:%M:%fZ', time_millis / 1000.0, 'unixepoch')"
                            + " from log.event join class on name = log.event.type order by position");
        }
    }

    /// Replays into an index until everything is durable.
    void replay(Path directory, Variant variant) throws Exception {
        try (var work = new IndexWork(directory, !variant.kept());
                var threads = Executors.newScheduledThreadPool(2);
                var tokens = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("tokens.db"))) {
            var done = new CountDownLatch(1);
            var handler = new Handler(work, variant.folding(), events, done);
            var tokenStore = variant.kept() ? new InMemoryTokenStore() : Tokens.in(tokens);
            var processor = variant.pooled() ? pooled(handler, tokenStore, threads) : tracking(handler, tokenStore);
            processor.start();
            done.await();
            processor.shutDown();
            work.commit();
        }
    }

    /// The token store of the framework on SQLite, which knows no `for update`.
    private static final class Tokens extends JdbcTokenStore {
        private Tokens(JdbcTokenStore.Builder builder) {
            super(builder);
        }

        static TokenStore in(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode=wal");
                statement.execute("pragma synchronous=full");
            }
            var tokens = new Tokens(JdbcTokenStore.builder()
                    .connectionProvider(() -> ConnectionWrapperFactory.wrap(connection, new Unclosed()))
                    .serializer(Jackson3Serializer.builder().build()));
            tokens.createSchema(GenericTokenTableFactory.INSTANCE);
            return tokens;
        }

        @Override
        protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
                throws SQLException {
            return super.select(connection, processor, segment, false);
        }
    }

    /// One connection for all; the executors of a processor of one segment take turns.
    private static final class Unclosed implements ConnectionWrapperFactory.ConnectionCloseHandler {
        @Override
        public void close(Connection connection) {
            // Closed with the replay.
        }

        @Override
        public void commit(Connection connection) throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private EmbeddedEventStore store() {
        var serializer = Jackson3Serializer.builder().build();
        ConnectionProvider connections = this::connection;
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .batchSize(BATCH)
                .lowestGlobalSequence(1)
                .extendedGapCheckEnabled(false)
                .build();
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    private Connection connection() throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(1L << 30));
        return DriverManager.getConnection("jdbc:sqlite:" + store, config.toProperties());
    }

    private static SimpleEventHandlerInvoker invoker(Object handler) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(handler)
                .sequencingPolicy(new FullConcurrencyPolicy())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    private EventProcessor pooled(Object handler, TokenStore tokens, ScheduledExecutorService threads) {
        return PooledStreamingEventProcessor.builder()
                .name("index")
                .eventHandlerInvoker(invoker(handler))
                .messageSource(store())
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .build();
    }

    private EventProcessor tracking(Object handler, TokenStore tokens) {
        return TrackingEventProcessor.builder()
                .name("index")
                .eventHandlerInvoker(invoker(handler))
                .messageSource(store())
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andBatchSize(BATCH))
                .build();
    }

    /// Writes the index; the work that ends a batch is done in the unit of work that the batch has.
    public static final class Handler {
        private final IndexWork work;
        private final boolean folding;
        private final CountDownLatch done;
        private long left;

        Handler(IndexWork work, boolean folding, long events, CountDownLatch done) {
            this.work = work;
            this.folding = folding;
            this.left = events;
            this.done = done;
        }

        @EventHandler
        public void on(CatalogueEvent event, @Timestamp Instant time) {
            if (folding) {
                work.onInBatch(event, time);
            } else {
                work.onEach(event, time);
            }
            CurrentUnitOfWork.get().root().getOrComputeResource("batch", _ -> {
                CurrentUnitOfWork.get().root().onPrepareCommit(_ -> work.endOfBatch());
                return true;
            });
            if (--left == 0) {
                CurrentUnitOfWork.get().root().afterCommit(_ -> done.countDown());
            }
        }
    }
}
