package org.talks.catalogue.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
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
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.sqlite.SQLiteConfig;
import org.talks.catalogue.searching.IndexWork;
import org.talks.events.CatalogueEvent;
import org.talks.events.EventTypes;

/// Axon's own replay over the same events in Axon's own table, with its JDBC storage engine and Jackson: one
/// segment, batches of 1,000. In its favour: tokens are kept in memory, what is known is folded in memory, and
/// the index is committed once.
final class StockAxon {

    private static final int BATCH = 1_000;

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
    void replay(Path directory, boolean pooled, boolean folding) throws Exception {
        try (var work = new IndexWork(directory);
                var threads = Executors.newScheduledThreadPool(2)) {
            var done = new CountDownLatch(1);
            var handler = folding ? new Folding(work, events, done) : new Documented(work, events, done);
            var processor = pooled ? pooled(handler, threads) : tracking(handler);
            processor.start();
            done.await();
            processor.shutDown();
            work.commit();
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

    private EventProcessor pooled(Object handler, ScheduledExecutorService threads) {
        return PooledStreamingEventProcessor.builder()
                .name("index")
                .eventHandlerInvoker(invoker(handler))
                .messageSource(store())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(source -> source.createTailToken())
                .batchSize(BATCH)
                .build();
    }

    private EventProcessor tracking(Object handler) {
        return TrackingEventProcessor.builder()
                .name("index")
                .eventHandlerInvoker(invoker(handler))
                .messageSource(store())
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andBatchSize(BATCH))
                .build();
    }

    /// One write per event.
    public static final class Documented {
        private final IndexWork work;
        private final CountDownLatch done;
        private long left;

        Documented(IndexWork work, long events, CountDownLatch done) {
            this.work = work;
            this.left = events;
            this.done = done;
        }

        @EventHandler
        public void on(CatalogueEvent event, @Timestamp Instant time) {
            work.onEach(event, time);
            if (--left == 0) {
                done.countDown();
            }
        }
    }

    /// One write per talk of a batch, in the unit of work that the batch has.
    public static final class Folding {
        private final IndexWork work;
        private final CountDownLatch done;
        private long left;

        Folding(IndexWork work, long events, CountDownLatch done) {
            this.work = work;
            this.left = events;
            this.done = done;
        }

        @EventHandler
        public void on(CatalogueEvent event, @Timestamp Instant time) {
            work.onInBatch(event, time);
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
