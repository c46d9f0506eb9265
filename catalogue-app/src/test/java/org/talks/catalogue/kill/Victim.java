package org.talks.catalogue.kill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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

    static final String READY = "ready";

    private static final int EDITORS = 2;

    private Victim() {}

    /// @param args data directory, seed, directories to import
    public static void main(String[] args) throws InterruptedException {
        var seed = Long.parseLong(args[1]);
        try (var catalogue = CatalogueFixture.open(Path.of(args[0]))) {
            say(READY);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < EDITORS; i++) {
                var random = new Random(seed + i);
                threads.add(Thread.ofPlatform().name("editor-" + i).start(() -> edit(catalogue, random)));
            }
            threads.add(Thread.ofPlatform().name("importer").start(() -> {
                for (var source : List.of(args).subList(2, args.length)) {
                    importOnce(catalogue, Path.of(source));
                }
            }));
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

    private static void importOnce(CatalogueFixture catalogue, Path source) {
        try {
            var report = catalogue
                    .imports()
                    .run(SourceFiles.of(source), new Imports.Options("pyvideo", null, false), "local");
            say("imported " + report.counts());
        } catch (Exception e) {
            throw new IllegalStateException("the import failed", e);
        }
    }

    private static void rebuild(CatalogueFixture catalogue) {
        while (true) {
            var id = UUID.randomUUID().toString();
            catalogue.rebuilds().start(id);
            while (catalogue.rebuilds().find(id).orElseThrow().state() == Rebuilds.State.RUNNING) {
                Thread.onSpinWait();
            }
            say("rebuilt " + catalogue.rebuilds().find(id).orElseThrow());
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
