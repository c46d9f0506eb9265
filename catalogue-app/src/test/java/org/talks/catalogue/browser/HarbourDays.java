package org.talks.catalogue.browser;

import java.util.List;

/// A programme with clock times: two days in three rooms, one of which begins later than the others, with
/// workshops that take two slots and a cancelled talk.
final class HarbourDays {

    private static final List<String> TITLES = List.of(
            "Tides and tables",
            "What the lighthouse keepers wrote down",
            "A very long history of a very short pier, told from the side of those who paid for it",
            "Knots",
            "Charts without a compass",
            "Who owns the sea floor?");

    private static final List<String> NAMES =
            List.of("Mina Okafor", "Lars Holm", "Adelheid Sievers-Montgomery", "Ada Verne", "Tomás Ó Briain");

    private HarbourDays() {}

    /// As frab's `schedule.xml`.
    static String schedule() {
        var xml = new StringBuilder("""
                <schedule><version>1.0</version><conference><acronym>harbour</acronym><title>Harbour Days 2024</title>
                <city>Cork</city><start>2024-05-03</start><end>2024-05-04</end><days>2</days>
                <time_zone_name>Europe/Dublin</time_zone_name></conference>""");
        var number = 0;
        for (var day = 1; day <= 2; day++) {
            xml.append("<day index='%d' date='2024-05-0%d'>".formatted(day, day + 2));
            for (var room : List.of("Great Hall", "Boathouse", "Workshop Room Upstairs")) {
                xml.append("<room name='%s'>".formatted(room));
                for (var hour : List.of(10, 11, 13, 14)) {
                    number++;
                    var title = TITLES.get((number - 1) % TITLES.size());
                    var start = room.equals("Boathouse") ? hour + ":20" : hour + ":00";
                    xml.append("""
                            <event id='%d' guid='h-%d'><start>%s</start><duration>%s</duration><title>%s</title>
                            <type>%s</type><language>en</language>
                            <persons><person id='%d'>%s</person></persons></event>""".formatted(
                                    number,
                                    number,
                                    start,
                                    hour == 11 ? "01:30" : "00:40",
                                    number == 9 ? "[CANCELED] " + title : title,
                                    hour == 11 ? "workshop" : "lecture",
                                    number,
                                    NAMES.get(number % NAMES.size())));
                }
                xml.append("</room>");
            }
            xml.append("</day>");
        }
        return xml.append("</schedule>").toString();
    }
}
