package org.talks.catalogue.kill;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Listens to a catalogue at work until the moment at which it is to be killed, and knows afterwards what that
/// met.
final class Watch implements Heard {

    /// A process at work has given so many replies before it is killed.
    private static final int REPLIES_MIN = 20;

    private final Moment awaited;
    private final Consumer<Acknowledged> replies;
    private final Set<Moment> underWay = EnumSet.noneOf(Moment.class);
    private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
    private int heard;

    Watch(Moment awaited, Consumer<Acknowledged> replies) {
        this.awaited = awaited;
        this.replies = replies;
    }

    @Override
    public synchronized void reply(Acknowledged reply) {
        replies.accept(reply);
        heard++;
        moment(new Moment.Change(Moment.APPEND, true));
    }

    @Override
    public synchronized void moment(Moment.Change change) {
        if (change.begins()) {
            underWay.add(change.moment());
            if (change.moment() == awaited && heard >= REPLIES_MIN) {
                begun.complete(null);
            }
        } else {
            underWay.remove(change.moment());
        }
    }

    /// Done when the awaited moment has begun, failed when the process ended before.
    CompletableFuture<@Nullable Void> begun() {
        return begun;
    }

    /// What was going on when nothing more was heard.
    synchronized Set<Moment> underWay() {
        return EnumSet.copyOf(underWay);
    }
}
