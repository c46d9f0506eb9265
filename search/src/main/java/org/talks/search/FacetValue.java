package org.talks.search;

import java.util.ArrayList;
import java.util.List;

/// A value of a facet with what people read, as one doc value: the label is counted along, so that showing it
/// needs no look-up.
///
/// @param also other names, by which it is suggested
record FacetValue(String value, String label, String also) {

    /// Cannot occur in ids; where it does, it becomes a space.
    private static final char BETWEEN = '\u001F';

    /// Lucene's limit for one doc value is 32,766 bytes; each of the three parts has up to three bytes a character.
    private static final int LONGEST = 3_000;

    FacetValue {
        value = cleaned(value);
        label = cleaned(label);
        also = cleaned(also);
    }

    static FacetValue of(String value) {
        return new FacetValue(value, value, "");
    }

    static FacetValue parse(String encoded) {
        var first = encoded.indexOf(BETWEEN);
        if (first < 0) {
            return of(encoded);
        }
        var second = encoded.indexOf(BETWEEN, first + 1);
        return second < 0
                ? new FacetValue(encoded.substring(0, first), encoded.substring(first + 1), "")
                : new FacetValue(
                        encoded.substring(0, first),
                        encoded.substring(first + 1, second),
                        encoded.substring(second + 1));
    }

    String encoded() {
        if (!also.isEmpty()) {
            return value + BETWEEN + label + BETWEEN + also;
        }
        return label.equals(value) ? value : value + BETWEEN + label;
    }

    static List<FacetValue> of(Facet facet, TalkDocument talk) {
        return switch (facet) {
            case CONFERENCE -> List.of(named(talk.conference()));
            case SERIES -> talk.series() == null ? List.of() : List.of(named(talk.series()));
            case YEAR ->
                talk.date() == null
                        ? List.of()
                        : List.of(of(Integer.toString(talk.date().getYear())));
            case SPEAKER ->
                talk.speakers().stream().map(FacetValue::named).distinct().toList();
            case TOPIC -> talk.topics().stream().map(FacetValue::of).distinct().toList();
            case LANGUAGE -> talk.language() == null ? List.of() : List.of(of(talk.language()));
            case KIND -> List.of(of(talk.kind()));
            case DURATION -> talk.durationSeconds() == null ? List.of() : List.of(of(duration(talk.durationSeconds())));
            case HAS -> has(talk);
            case SOURCE ->
                talk.sources().stream().map(FacetValue::of).distinct().toList();
        };
    }

    private static FacetValue named(TalkDocument.Entity entity) {
        return new FacetValue(entity.id(), entity.name(), String.join(", ", entity.also()));
    }

    private static String duration(int seconds) {
        if (seconds < 15 * 60) {
            return "short";
        }
        if (seconds < 40 * 60) {
            return "medium";
        }
        return seconds < 90 * 60 ? "long" : "longer";
    }

    private static List<FacetValue> has(TalkDocument talk) {
        var has = new ArrayList<FacetValue>();
        if (talk.hasVideo()) {
            has.add(of("video"));
        }
        if (talk.hasSlides()) {
            has.add(of("slides"));
        }
        if (!talk.notes().isEmpty()) {
            has.add(of("notes"));
        }
        if (!talk.transcript().isEmpty()) {
            has.add(of("transcript"));
        }
        return has;
    }

    private static String cleaned(String text) {
        var clean = text.replace(BETWEEN, ' ');
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
