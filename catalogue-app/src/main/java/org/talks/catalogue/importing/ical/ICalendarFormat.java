package org.talks.catalogue.importing.ical;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.ImportFormat;
import org.talks.catalogue.importing.format.Recognition;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.UnreadableSourceException;

/// iCalendar files. A talk's key is its UID, pretalx's code where the UID holds one, and UID, start and title
/// where UIDs repeat.
@Component
final class ICalendarFormat implements ImportFormat {

    /// The largest real calendar has 2 MiB.
    private static final int MAX_BYTES = 24 << 20;

    @Override
    public String id() {
        return "ical";
    }

    @Override
    public String title() {
        return "iCalendar (.ics)";
    }

    @Override
    public Recognition recognise(SourceFile file) throws IOException {
        if (file.isTree()) {
            return Recognition.NO;
        }
        try {
            String head = new String(file.head(), StandardCharsets.UTF_8);
            String start = head.startsWith("\ufeff") ? head.substring(1).stripLeading() : head.stripLeading();
            return start.regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)
                    ? Recognition.certain("It begins with `BEGIN:VCALENDAR`.")
                    : Recognition.NO;
        } catch (UnreadableSourceException damaged) {
            return Recognition.NO;
        }
    }

    @Override
    public void read(SourceFile file, DraftSink sink) throws IOException, UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a calendar.");
        }
        Calendar calendar = new Calendar(file.name(), sink);
        Listener listener = new Listener(file.name(), calendar);
        try (VObjectReader reader = new VObjectReader(new StringReader(content(file)), SyntaxRules.iCalendar())) {
            reader.parse(listener);
        }
        if (listener.refused != null) {
            throw listener.refused;
        }
        if (!listener.complete) {
            if (!calendar.isEmpty()) {
                calendar.finish();
            }
            throw new UnreadableSourceException(file.name()
                    + (listener.begun
                            ? " is cut off: `END:VCALENDAR` is missing."
                            : " is not a calendar: it does not begin with `BEGIN:VCALENDAR`."));
        }
        calendar.finish();
    }

    /// The text with folds taken out byte by byte, since some writers fold within a character or an escape.
    private static String content(SourceFile file) throws UnreadableSourceException {
        byte[] raw;
        try (InputStream in = file.open()) {
            raw = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (raw.length > MAX_BYTES) {
            throw new UnreadableSourceException(file.name() + " is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        ByteArrayOutputStream unfolded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int end = raw[i] == '\r' && i + 1 < raw.length && raw[i + 1] == '\n' ? i + 1 : i;
            boolean fold = raw[end] == '\n' && end + 1 < raw.length && (raw[end + 1] == ' ' || raw[end + 1] == '\t');
            if (fold) {
                i = end + 1;
            } else {
                unfolded.write(raw[i]);
            }
        }
        String text = unfolded.toString(StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static final class Listener extends VObjectDataAdapter {

        private final String fileName;
        private final Calendar calendar;
        private boolean begun;
        private boolean complete;
        private @Nullable UnreadableSourceException refused;
        private Map<String, String> values = new HashMap<>();
        private List<String> categories = new ArrayList<>();
        private @Nullable String zone;
        private int line;

        Listener(String fileName, Calendar calendar) {
            this.fileName = fileName;
            this.calendar = calendar;
        }

        @Override
        public void onComponentBegin(String name, Context context) {
            begun |= name.equals("VCALENDAR");
            if (name.equals("VEVENT")) {
                values = new HashMap<>();
                categories = new ArrayList<>();
                zone = null;
                line = context.getLineNumber();
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            List<String> parents = context.getParentComponents();
            String parent = parents.isEmpty() ? "" : parents.getLast();
            String name = property.getName().strip().toUpperCase(Locale.ROOT);
            String value = VObjectPropertyValues.unescape(property.getValue());
            if (parent.equals("VCALENDAR")) {
                calendar.property(name, value);
            } else if (parent.equals("VEVENT")) {
                values.putIfAbsent(name, value);
                if (name.equals("DTSTART")) {
                    zone = property.getParameters().first("TZID");
                } else if (name.equals("CATEGORIES")) {
                    categories.addAll(VObjectPropertyValues.parseList(property.getValue()));
                }
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            complete |= name.equals("VCALENDAR");
            if (name.equals("VEVENT")) {
                try {
                    calendar.event(new CalendarEvent(values, zone, List.of(), categories, fileName + ", line " + line));
                } catch (UnreadableSourceException tooMany) {
                    refused = tooMany;
                    context.stop();
                }
            }
        }
    }
}
