package org.talks.catalogue.importing.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.talks.catalogue.importing.format.DraftSink;
import org.talks.catalogue.importing.format.Encodings;
import org.talks.catalogue.importing.format.Languages;
import org.talks.catalogue.importing.format.Rejection;
import org.talks.catalogue.importing.format.SourceFile;
import org.talks.catalogue.importing.format.SourceFiles;
import org.talks.catalogue.importing.format.Texts;
import org.talks.catalogue.importing.format.TranscriptDraft;
import org.talks.catalogue.importing.format.UnreadableSourceException;
import org.talks.events.Cue;

/// Reads the cues of both formats, which differ in their header, their decimal sign and little else.
final class CueReader {

    /// Ten hours of speech have 700 KiB.
    private static final int MAX_BYTES = 8 << 20;

    private static final int MAX_CUES = 50_000;

    /// The longest line of times, with its settings.
    private static final int MAX_TIMES = 300;

    /// How long rolling captions show a line alone: 10 ms in all that were seen.
    private static final int ROLLING_MILLIS = 50;

    private static final Pattern TIMES = Pattern.compile(
            "^\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})\\s*-->\\s*((?:\\d{1,3}:)?\\d{1,2}:\\d{2}[.,]\\d{1,3})(?:\\s.*)?$");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]*)?\\s+([^>]{1,200})>");
    private static final Pattern TAGS = Pattern.compile("</?[A-Za-z0-9.:]{0,40}(?:\\s[^<>]{0,200})?>");
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:^|[-_.])([a-z]{3})(?=[-_.])|\\.([a-z]{2})(?=\\.(?:vtt|srt))");
    private static final Pattern HEADER_LANGUAGE =
            Pattern.compile("\\A\\ufeff?WEBVTT[^\\r\\n]{0,100}(?:\\R[^\\r\\n]{1,100}){0,5}?"
                    + "\\RLanguage: ?([A-Za-z-]{2,20})[ \\t]*\\R");
    private static final Pattern EXTENSION = Pattern.compile("(?i)\\.(?:vtt|srt|gz)$");

    private CueReader() {}

    static void read(SourceFile file, DraftSink sink) throws UnreadableSourceException {
        if (file.isTree()) {
            throw new UnreadableSourceException(file.name() + " is a directory or an archive, not a transcript.");
        }
        String content = content(file);
        List<Cue> cues = cues(file.name(), content, sink);
        sink.progressed(file.name());
        if (cues.isEmpty()) {
            throw new UnreadableSourceException(file.name() + " holds no timed cues.");
        }
        String told = toldLanguage(content);
        sink.transcript(
                new TranscriptDraft(name(file.name()), told == null ? language(file.name()) : told, cues, file.name()));
    }

    private static String content(SourceFile file) throws UnreadableSourceException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException damaged) {
            throw SourceFiles.unreadable(file.name(), damaged);
        }
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableSourceException(file.name() + " is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        return Encodings.decode(bytes);
    }

    private static List<Cue> cues(String fileName, String content, DraftSink sink) throws UnreadableSourceException {
        List<Cue> cues = new ArrayList<>();
        List<String> before = List.of();
        String[] lines = content.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher times = TIMES.matcher(lines[i].length() > MAX_TIMES ? "" : lines[i]);
            if (!times.matches()) {
                continue;
            }
            List<String> text = new ArrayList<>();
            int line = i + 1;
            while (i + 1 < lines.length && !endsCue(lines, i + 1)) {
                i++;
                if (!lines[i].isBlank()) {
                    text.add(lines[i]);
                }
            }
            long start = millis(times.group(1));
            long end = millis(times.group(2));
            if (end < start) {
                sink.rejected(new Rejection(
                        fileName + ", line " + line,
                        times.group().strip(),
                        "A cue ends before it starts.",
                        "Correct its times."));
                continue;
            }
            if (cues.size() >= MAX_CUES) {
                throw new UnreadableSourceException(fileName + " holds more than " + MAX_CUES + " cues.");
            }
            add(cues, start, end, text, before);
            before = text;
        }
        cues.sort(Comparator.comparingLong(Cue::startMillis));
        return cues;
    }

    /// An empty line ends a cue. One of blanks does so only before the next cue: YouTube's automatic captions have
    /// such a line in place of the one that is not spoken yet.
    private static boolean endsCue(String[] lines, int at) {
        if (lines[at].isEmpty() || isTimes(lines, at)) {
            return true;
        }
        return lines[at].isBlank()
                && (at + 1 >= lines.length
                        || lines[at + 1].isBlank()
                        || isTimes(lines, at + 1)
                        || isTimes(lines, at + 2));
    }

    private static boolean isTimes(String[] lines, int at) {
        return at < lines.length
                && lines[at].length() <= MAX_TIMES
                && TIMES.matcher(lines[at]).matches();
    }

    /// Captions that roll repeat the line that is still on the screen above the new one, and alone for a moment; it
    /// is taken once. People repeat themselves too: a line that stands alone for longer is kept.
    private static void add(List<Cue> cues, long start, long end, List<String> text, List<String> before) {
        int from = 0;
        boolean repeats =
                !before.isEmpty() && !text.isEmpty() && plain(text.getFirst()).equals(plain(before.getLast()));
        if (repeats && (text.size() > 1 || end - start <= ROLLING_MILLIS)) {
            from = 1;
        }
        String joined = String.join("\n", text.subList(from, text.size()));
        Matcher voice = VOICE.matcher(joined);
        String speaker = voice.find() ? Texts.lineOrNull(voice.group(1)) : null;
        String words = Texts.text(plain(joined));
        if (!words.isEmpty()) {
            cues.add(new Cue(start, end, "-".equals(speaker) ? null : speaker, words));
        }
    }

    private static String plain(String line) {
        return Parser.unescapeEntities(TAGS.matcher(line).replaceAll(""), false).strip();
    }

    private static long millis(String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            return 0;
        }
        long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        String fraction = (parts.group(4) + "00").substring(0, 3);
        return ((hours * 60 + Long.parseLong(parts.group(2))) * 60 + Long.parseLong(parts.group(3))) * 1_000
                + Long.parseLong(fraction);
    }

    /// `Language: en` in the head, as YouTube writes it.
    private static @Nullable String toldLanguage(String content) {
        Matcher header = HEADER_LANGUAGE.matcher(content);
        return header.find() ? Languages.toBcp47(header.group(1)) : null;
    }

    /// `camp2023-57134-deu-Title.srt`, `talk.en.vtt`: three letters anywhere, two only before the extension,
    /// since `ml` is more often machine learning than Malayalam.
    private static @Nullable String language(String fileName) {
        Matcher part = LANGUAGE.matcher(fileName.toLowerCase(Locale.ROOT));
        while (part.find()) {
            String code = part.group(1) == null ? part.group(2) : part.group(1);
            String language = Languages.toBcp47(code);
            boolean extension = code.equals("srt") || code.equals("vtt");
            if (language != null && !extension) {
                return language;
            }
        }
        return null;
    }

    private static String name(String fileName) {
        String name = fileName;
        String before = "";
        while (!before.equals(name)) {
            before = name;
            name = EXTENSION.matcher(name).replaceFirst("");
        }
        return Texts.line(name);
    }
}
