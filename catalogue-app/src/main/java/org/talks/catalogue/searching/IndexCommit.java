package org.talks.catalogue.searching;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.projection.ParkedStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What an index says of itself in the user data of its commit.
record IndexCommit(long position, String logId, String chain, List<ParkedStream> parked) {

    private static final String POSITION = "position";
    private static final String LOG = "log";
    private static final String CHAIN = "chain";
    private static final String PARKED = "parked";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static IndexCommit at(long position, EventLog log, List<ParkedStream> parked) {
        var chain = log.chainAt(position);
        if (chain == null) {
            throw new IllegalStateException("the log has no position " + position);
        }
        return new IndexCommit(position, log.logId(), chain, parked);
    }

    static @Nullable IndexCommit read(Map<String, String> userData) {
        var position = userData.get(POSITION);
        var log = userData.get(LOG);
        var chain = userData.get(CHAIN);
        if (position == null || log == null || chain == null) {
            return null;
        }
        return new IndexCommit(
                Long.parseLong(position),
                log,
                chain,
                JSON.readValue(userData.getOrDefault(PARKED, "[]"), new TypeReference<List<ParkedStream>>() {}));
    }

    Map<String, String> userData() {
        return Map.of(
                POSITION, Long.toString(position), LOG, logId, CHAIN, chain, PARKED, JSON.writeValueAsString(parked));
    }
}
