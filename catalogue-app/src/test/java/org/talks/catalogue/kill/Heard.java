package org.talks.catalogue.kill;

/// Told what a catalogue says while it works, the moment it is heard; by several threads.
interface Heard {

    void reply(Acknowledged reply);

    void moment(Moment.Change change);
}
