package org.talks.catalogue.talk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.web.Slug;

/// A talk as others cite it.
///
/// @param id part of the talk's address
/// @param speakers names in billing order
/// @param place city and country; empty when unknown
/// @param url whole URL of the talk's page
record Citation(
        String id,
        String title,
        List<String> speakers,
        String conference,
        String place,
        @Nullable LocalDate date,
        @Nullable String language,
        String url) {

    /// The kind of item that CSL has for a talk.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Csl(
            String id,
            String type,
            String title,
            List<Name> author,
            Issued issued,
            String event,

            @JsonProperty("event-place") String eventPlace,

            String genre,
            String language,

            @JsonProperty("URL") String url) {}

    /// Names are not taken apart: which part is the family name differs from people to people.
    record Name(String literal) {}

    record Issued(@JsonProperty("date-parts") List<List<Integer>> parts) {}

    /// CSL-JSON: a list of one item.
    List<Csl> csl() {
        return List.of(new Csl(
                id,
                "speech",
                title,
                speakers.stream().map(Name::new).toList(),
                new Issued(
                        date == null
                                ? List.of()
                                : List.of(List.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))),
                conference,
                place,
                "Conference talk",
                language == null ? "" : language,
                url));
    }

    String bibTeX() {
        var fields = new ArrayList<String>();
        field(
                fields,
                "author",
                String.join(
                        " and ",
                        speakers.stream().map(n -> "{" + escaped(n) + "}").toList()));
        field(fields, "title", "{" + escaped(title) + "}");
        field(fields, "howpublished", escaped("Talk at " + conference + (place.isEmpty() ? "" : ", " + place)));
        if (date != null) {
            field(fields, "year", String.valueOf(date.getYear()));
            field(fields, "month", String.valueOf(date.getMonthValue()));
        }
        field(fields, "url", url);
        return "@misc{" + key() + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    /// Name, year and first word, of plain letters: `huston2016data`.
    String key() {
        var name = speakers.isEmpty() ? "" : Slug.of(speakers.getFirst());
        var key = name.substring(name.lastIndexOf('-') + 1)
                + (date == null ? "" : date.getYear())
                + Slug.of(title).replaceFirst("-.*", "");
        var plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return plain.isEmpty() ? "talk" + id.substring(0, Math.min(8, id.length())) : plain;
    }

    private static void field(List<String> fields, String name, String value) {
        if (!value.isEmpty() && !value.equals("{}")) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{', '}', '%', '&', '#', '_', '$' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return escaped.toString();
    }
}
