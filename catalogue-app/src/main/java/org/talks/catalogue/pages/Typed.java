package org.talks.catalogue.pages;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.talks.catalogue.api.CommandSender;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.text.Texts;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.form.Field;
import org.talks.catalogue.web.form.Form;
import org.talks.events.RichText;

/// What was typed into a form, as it came. Reading a field as something it is not is refused in words for the one
/// who typed it.
///
/// @param values by the names of the form's fields
public record Typed(MultiValueMap<String, String> values) {

    private static final int MINUTE = 60;

    /// With line ends as they are stored; empty when there is none.
    public String text(String name) {
        var value = values.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }

    /// Without space around it; null when nothing is left.
    public @Nullable String orNull(String name) {
        var value = text(name).strip();
        return value.isEmpty() ? null : value;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean checked(String name) {
        return text(name).equals("true");
    }

    /// The id for what the form makes: the form's own key, so that sending it twice makes one thing.
    public String newId() {
        var key = text("idempotencyKey");
        return Addresses.id(key).filter(key::equals).orElseGet(CommandSender::newId);
    }

    /// The id for one of several things that the form makes, the same when it is sent twice.
    ///
    /// @param which of them, by what was typed
    public String newId(String which) {
        var form = UUID.fromString(newId());
        var own = UUID.nameUUIDFromBytes((form + " " + which).getBytes(StandardCharsets.UTF_8));
        // Still ordered by the time of the form.
        return new UUID(form.getMostSignificantBits(), own.getLeastSignificantBits()).toString();
    }

    /// The lines that are not blank.
    public List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// @throws Refused.Invalid when it is no whole number
    public @Nullable Integer number(String name) {
        var value = orNull(name);
        if (value == null) {
            return null;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new Refused.Invalid(name, "This must be a whole number.");
        }
    }

    /// Minutes as seconds; what was there stays as exact as it was when its minutes were left as they are.
    public @Nullable Integer seconds(String name, @Nullable Integer before) {
        var minutes = number(name);
        if (minutes == null) {
            return null;
        }
        if (minutes < 0 || minutes > Integer.MAX_VALUE / MINUTE) {
            throw new Refused.Invalid(name, "This must be a number of minutes.");
        }
        return before != null && (before + MINUTE / 2) / MINUTE == minutes ? before : Integer.valueOf(minutes * MINUTE);
    }

    public @Nullable LocalDate date(String name) {
        var value = orNull(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new Refused.Invalid(name, "This must be a date such as 2016-11-05.");
        }
    }

    /// Markdown; what was there stays as it is stored when its Markdown was left as it is.
    public RichText rich(String name, RichText before) {
        var markdown = text(name).strip();
        return markdown.equals(Texts.markdown(before).strip()) ? before : RichText.markdown(markdown);
    }

    /// The form with what was typed in place of what it proposes.
    public Form into(Form form) {
        return new Form(
                form.action(),
                form.submit(),
                form.cancel(),
                form.expectedVersion(),
                form.idempotencyKey(),
                form.fields().stream().map(this::into).toList(),
                form.error(),
                form.grave());
    }

    private Field into(Field field) {
        return switch (field) {
            case Field.Text f ->
                new Field.Text(
                        f.name(),
                        f.label(),
                        text(f.name()),
                        f.type(),
                        f.required(),
                        f.maxLength(),
                        f.hint(),
                        f.error(),
                        f.suggestions());
            case Field.Area f -> {
                var area = new Field.Area(
                        f.name(), f.label(), text(f.name()), f.markdown(), f.rows(), f.hint(), f.error(), null);
                yield text("preview").equals(f.name())
                        ? area.previewed(SafeHtml.trusted(Texts.html(RichText.markdown(area.value()))))
                        : area;
            }
            case Field.Choice f ->
                new Field.Choice(f.name(), f.label(), text(f.name()), f.options(), f.hint(), f.error());
            case Field.Check f -> new Field.Check(f.name(), f.label(), checked(f.name()), f.hint());
            case Field.Hidden f -> has(f.name()) ? new Field.Hidden(f.name(), text(f.name())) : f;
            case Field.Row f ->
                new Field.Row(f.legend(), f.fields().stream().map(this::into).toList());
        };
    }
}
