package org.talks.catalogue.importing;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where what is read out of real files differs from an independent count of them, with the reason why that is
/// right.
final class RealDifferences {

    /// @param conferences as we read them
    /// @param reason why that is right
    record Differs(int conferences, int talks, int speakers, int cancelled, String reason) {}

    private static Differs differs(int conferences, int talks, int speakers, int cancelled, String reason) {
        return new Differs(conferences, talks, speakers, cancelled, reason);
    }

    private static final String SPLIT = "Cells that name two persons ('A & B', 'A, B') are two persons.";
    private static final String NAMED_BY_FILE =
            "A talk belongs to a conference; where none is named, the name of the file stands in, with a warning.";
    private static final String PLACEHOLDER = "'Various speakers', 'TBD' and '-' name nobody.";

    private static final Map<String, Differs> ALL = Map.ofEntries(
            entry("coscup/coscup-2025.json", differs(1, 330, 283, 0, PLACEHOLDER)),
            entry(
                    "csv/juliacon-2015-talks-fri.csv",
                    differs(1, 27, 30, 0, SPLIT + " One row stands twice in the file.")),
            entry("emf-json/emf-2018.json", differs(1, 355, 200, 1, SPLIT)),
            entry(
                    "javazone/sleepingpill-ems-oneyear.json",
                    differs(0, 0, 0, 0, "It lists three proposals whose state is pending, and names no conference.")),
            entry("jsonld/schemaorg-example-12.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-13.jsonld", differs(1, 1, 0, 1, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-14.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-15.jsonld", differs(1, 1, 2, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-18.jsonld", differs(1, 1, 0, 0, NAMED_BY_FILE)),
            entry("jsonld/schemaorg-example-20.jsonld", differs(1, 2, 0, 0, NAMED_BY_FILE)),
            entry(
                    "mixit/mixit-talks-2024.json",
                    differs(
                            1,
                            91,
                            0,
                            0,
                            "Speakers stand in it only as ids of accounts, half of them UUIDs; an account"
                                    + " is no name. A warning says so.")),
            entry(
                    "open-event/fossasia-2016-sessions.json",
                    differs(
                            1,
                            334,
                            191,
                            0,
                            "15 sessions are breaks ('Lunch'), which are left out; three have no title"
                                    + " and are rejected. " + SPLIT)),
            entry(
                    "pretalx-api/juliacon-2020-talks.json",
                    differs(1, 168, 150, 1, "The state of one talk is withdrawn, which the count passed over.")),
            entry("pyvideo/pycon-ie-2015/", differs(1, 26, 24, 0, PLACEHOLDER)),
            entry("pyvideo/pycon-ie-2016/", differs(1, 41, 41, 0, PLACEHOLDER)),
            entry("pyvideo/pycon-ireland-2018/", differs(1, 24, 23, 0, PLACEHOLDER)),
            entry("schedule.xml/emf-2018.frab", differs(1, 214, 196, 0, SPLIT)),
            entry(
                    "schedule.xml/fosdem-2025.xml.gz",
                    differs(
                            1,
                            943,
                            989,
                            0,
                            PLACEHOLDER + " Two persons are named by their e-mail address, which is not" + " kept.")),
            entry(
                    "sessionize/vtcodecamp-2018-sessions-by-id.json",
                    differs(
                            1,
                            35,
                            0,
                            0,
                            "Speakers stand in it only as ids; their names are in another file. A warning"
                                    + " says so for each.")),
            entry("talk-json/bangbangcon-2014.json", differs(1, 26, 27, 0, SPLIT)),
            entry("talk-json/bangbangcon-2015.json", differs(1, 25, 26, 1, SPLIT)),
            entry("talk-json/w3c-ml-workshop-talks.json", differs(1, 34, 39, 0, SPLIT)));

    private RealDifferences() {}

    /// Null when the file is read just as it was counted.
    static @Nullable Differs of(String file) {
        return ALL.get(file);
    }

    static Map<String, Differs> all() {
        return ALL;
    }
}
