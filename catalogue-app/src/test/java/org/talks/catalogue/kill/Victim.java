package org.talks.catalogue.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.talks.catalogue.CatalogueFixture;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.conference.ConferenceCommand.RegisterConference;
import org.talks.catalogue.conference.ConferenceId;
import org.talks.catalogue.importing.Imports;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.replay.Rebuilds;
import org.talks.catalogue.talk.TalkCommand.AddTalk;
import org.talks.catalogue.talk.TalkCommand.RetitleTalk;
import org.talks.catalogue.talk.TalkId;
import org.talks.events.ConferenceDetails;
import org.talks.events.TalkDetails;

/// The process that is killed: two editors, an importer and somebody who keeps rebuilding, until the end. Says
/// each reply on standard output the moment it has it.
final class Victim {

    private static final int EDITORS = 2;

    private static final long LOOK_NANOS = 100_000;

    /// Of each import; some transactions' worth.
    private static final int TALKS = 300;

    private Victim() {}

    /// @param args data directory, seed, where to write what is imported
    public static void main(String[] args) throws InterruptedException {
        var seed = Long.parseLong(args[1]);
        try (var catalogue = CatalogueFixture.open(Path.of(args[0]))) {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < EDITORS; i++) {
                var random = new Random(seed + i);
                threads.add(Thread.ofPlatform().name("editor-" + i).start(() -> edit(catalogue, random)));
            }
            threads.add(Thread.ofPlatform().name("importer").start(() -> importOnAndOn(catalogue, Path.of(args[2]))));
            threads.add(Thread.ofPlatform().name("rebuilder").start(() -> rebuild(catalogue)));
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private static void edit(CatalogueFixture catalogue, Random random) {
        var conference = new ConferenceId(UUID.randomUUID().toString());
        var name = UUID.randomUUID().toString();
        send(catalogue, new RegisterConference(conference, ConferenceDetails.named(name), null), name);
        var talks = new ArrayList<TalkId>();
        while (true) {
            var title = UUID.randomUUID().toString();
            if (talks.isEmpty() || random.nextInt(4) == 0) {
                var talk = new TalkId(UUID.randomUUID().toString());
                send(catalogue, new AddTalk(talk, TalkDetails.titled(conference.value(), title), null), title);
                talks.add(talk);
            } else {
                send(catalogue, new RetitleTalk(talks.get(random.nextInt(talks.size())), title, null), title);
            }
        }
    }

    private static void send(CatalogueFixture catalogue, CatalogueCommand command, String title) {
        var receipt = catalogue.send(command);
        say(new Acknowledged(receipt.position(), receipt.stream(), receipt.version(), title).line());
    }

    /// Each time something that was not there before.
    private static void importOnAndOn(CatalogueFixture catalogue, Path directory) {
        try {
            while (true) {
                var source = Sources.write(directory, TALKS);
                say(new Moment.Change(Moment.IMPORT, true).line());
                catalogue.imports().run(SourceFiles.of(source), new Imports.Options("pyvideo", null, false), "local");
                say(new Moment.Change(Moment.IMPORT, false).line());
            }
        } catch (Exception e) {
            throw new IllegalStateException("the import failed", e);
        }
    }

    private static void rebuild(CatalogueFixture catalogue) {
        while (true) {
            var id = UUID.randomUUID().toString();
            say(new Moment.Change(Moment.REBUILD, true).line());
            var status = catalogue.rebuilds().start(id);
            var switching = false;
            while (status.state() == Rebuilds.State.RUNNING) {
                if (!switching && Moment.of(status) == Moment.SWITCH) {
                    switching = true;
                    say(new Moment.Change(Moment.SWITCH, true).line());
                }
                // Often enough to see a switch of milliseconds, without taking a processor from the others.
                LockSupport.parkNanos(LOOK_NANOS);
                status = catalogue.rebuilds().find(id).orElseThrow();
            }
            if (status.state() != Rebuilds.State.DONE) {
                throw new IllegalStateException("a rebuild failed: " + status.error());
            }
            if (switching) {
                say(new Moment.Change(Moment.SWITCH, false).line());
            }
            say(new Moment.Change(Moment.REBUILD, false).line());
        }
    }

    /// Standard output is a pipe, whose buffer outlives the process: what was written is heard.
    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
