package org.talks.catalogue.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.talks.events.CatalogueEvent;
import org.talks.events.ConferenceDetails;
import org.talks.events.ConferenceEvent.ConferenceRegistered;
import org.talks.events.Credit;
import org.talks.events.Note;
import org.talks.events.Resource;
import org.talks.events.RichText;
import org.talks.events.Session;
import org.talks.events.SourceKey;
import org.talks.events.SpeakerDetails;
import org.talks.events.SpeakerEvent.SpeakerRegistered;
import org.talks.events.TalkDetails;
import org.talks.events.TalkEvent;
import org.talks.events.TalkEvent.TalkAdded;
import org.talks.events.TalkEvent.TalkNoteTaken;
import org.talks.events.TalkEvent.TalkResourceAttached;
import org.talks.events.TalkEvent.TalkRetitled;
import org.talks.events.TalkEvent.TalkScheduled;
import org.talks.events.TalkEvent.TalkSummaryRewritten;
import org.talks.events.TalkEvent.TalkTopicsSet;

/// Talks as pyvideo has them: summaries of 655 characters on average (median 488, a tenth empty, half of them
/// reStructuredText), titles of 47, 1.1 speakers, now and then a note; words fall off in frequency as they do in
/// English. With its share of speakers and conferences a talk has four events. Each talk is a function of its
/// number alone, so nothing is kept in memory.
public final class TalkGenerator {

    private static final int TALKS_PER_CONFERENCE = 40;
    /// Of a hundred talks, so many speakers are new.
    private static final int NEW_SPEAKERS_PERCENT = 60;

    private static final int WORDS = 30_000;

    private static final String[] SYLLABLES =
            ("ba be bi bo bu ca ce co cu da de di do du fa fe fi fo ga ge go ha he hi ho ja jo ka ki ko la le li lo"
                            + " lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve"
                            + " vi vo wa we wi ya yo za ze zo")
                    .split(" ", -1);

    private static final String[] COMMON =
            ("the to and of a in you for is this we that with will talk how data it on can are be from python as your"
                            + " have code use an what or about not more at using by all our some which learn they but was test"
                            + " when testing web development build project team new system language tools machine learning"
                            + " science open source community software performance library application model framework"
                            + " programming world production design database notebook cloud service security async pandas"
                            + " django numpy kubernetes search events pipeline analysis")
                    .split(" ", -1);

    private final int talks;
    private final double textFactor;
    private final String[] words = new String[WORDS];
    private final double[] cumulative = new double[WORDS];

    /// @param textFactor how much longer than pyvideo's the texts are
    public TalkGenerator(int talks, double textFactor) {
        this.talks = talks;
        this.textFactor = textFactor;
        var random = new Random(42);
        var sum = 0.0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = i < COMMON.length ? COMMON[i] : word(random);
            sum += 1.0 / (i + 2);
            cumulative[i] = sum;
        }
    }

    public int talks() {
        return talks;
    }

    public int conferences() {
        return talks / TALKS_PER_CONFERENCE + 1;
    }

    public int speakers() {
        return (int) ((long) talks * NEW_SPEAKERS_PERCENT / 100) + 1;
    }

    public CatalogueEvent conference(int number) {
        var start = LocalDate.of(2008, 1, 15).plusDays(number % 6_500L);
        var details = new ConferenceDetails(
                "PyCon " + capital(words[200 + number % 900]) + " " + start.getYear(),
                null,
                start,
                start.plusDays(2),
                capital(words[300 + number % 700]),
                null,
                null,
                null,
                List.of("en"),
                RichText.EMPTY);
        return new ConferenceRegistered(id(1, number), details, null);
    }

    public CatalogueEvent speaker(int number) {
        var random = random(2, number);
        var name =
                capital(words[100 + random.nextInt(3_000)]) + " " + capital(words[100 + random.nextInt(WORDS - 100)]);
        return new SpeakerRegistered(id(2, number), name, List.of(), SpeakerDetails.NONE, null);
    }

    /// All events of one talk, in order; their sequence numbers are their places.
    public List<TalkEvent> talk(int number) {
        var random = random(3, number);
        var talkId = id(3, number);
        var events = new ArrayList<TalkEvent>(8);
        var conference = number / TALKS_PER_CONFERENCE;
        var credits = new ArrayList<Credit>();
        credits.add(new Credit(id(2, (int) ((long) number * NEW_SPEAKERS_PERCENT / 100)), Credit.SPEAKER));
        if (random.nextInt(10) == 0) {
            credits.add(new Credit(id(2, random.nextInt(speakers())), Credit.SPEAKER));
        }
        var details = new TalkDetails(
                id(1, conference),
                capital(text(random, 47)),
                null,
                summary(random),
                TalkDetails.KIND_TALK,
                null,
                random.nextInt(12) == 0 ? "es" : "en",
                null,
                topics(random),
                credits,
                List.of(),
                List.of(),
                List.of());
        events.add(new TalkAdded(talkId, details, new SourceKey("pyvideo", "c/" + conference + "/" + number)));
        if (random.nextInt(10) != 0) {
            events.add(new TalkResourceAttached(
                    talkId,
                    new Resource(
                            id(4, number),
                            Resource.VIDEO,
                            "https://www.youtube.com/watch?v=" + Long.toString(random.nextLong() >>> 8, 36),
                            null,
                            null,
                            null,
                            false,
                            600 + random.nextInt(3_000))));
        }
        if (random.nextInt(100) < 35) {
            events.add(new TalkScheduled(
                    talkId,
                    new Session(
                            id(5, number),
                            LocalDate.of(2008, 1, 15).plusDays(conference % 6_500L),
                            "%02d:%02d".formatted(9 + random.nextInt(8), 15 * random.nextInt(4)),
                            "Europe/Dublin",
                            1_800,
                            "Room " + (1 + random.nextInt(6)))));
        }
        if (random.nextInt(100) < 45) {
            events.add(new TalkSummaryRewritten(talkId, summary(random)));
        }
        if (random.nextInt(100) < 25) {
            events.add(new TalkRetitled(talkId, capital(text(random, 47)), null));
        }
        if (random.nextInt(100) < 33) {
            events.add(new TalkTopicsSet(talkId, topics(random)));
        }
        if (random.nextInt(100) < 5) {
            events.add(new TalkNoteTaken(
                    talkId,
                    new Note(
                            id(6, number),
                            "Ann",
                            null,
                            RichText.markdown("## " + capital(text(random, 25)) + "\n\n" + text(random, 500) + "\n\n- "
                                    + text(random, 80) + "\n- " + text(random, 80)),
                            null,
                            null,
                            null)));
        }
        return events;
    }

    /// Ids as the catalogue mints them: the time first, so that they ascend.
    static String id(int kind, int number) {
        var high = (0x0190_0000_0000L + number) << 16 | 0x7000L | kind;
        return new UUID(high, 0x8000_0000_0000_0000L | ((number * 0x9E37_79B9_7F4A_7C15L) >>> 2)).toString();
    }

    private static Random random(int kind, int number) {
        return new Random(kind * 1_000_003L + number * 7_919L);
    }

    private List<String> topics(Random random) {
        var topics = new ArrayList<String>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var topic = words[60 + random.nextInt(400)];
            if (!topics.contains(topic)) {
                topics.add(topic);
            }
        }
        return topics;
    }

    private RichText summary(Random random) {
        if (random.nextInt(10) == 0) {
            return RichText.EMPTY;
        }
        var length = (int) (Math.min(4_000, 540 * Math.exp(0.75 * random.nextGaussian())) * textFactor);
        return new RichText(paragraphs(random, length), random.nextBoolean() ? RichText.RST : RichText.MARKDOWN);
    }

    private String paragraphs(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(capital(text(random, Math.min(400, length - text.length()))))
                    .append('.');
        }
        return text.toString();
    }

    private String text(Random random, int length) {
        var text = new StringBuilder(length + 12);
        while (text.length() < length) {
            if (!text.isEmpty()) {
                text.append(random.nextInt(12) == 0 ? ", " : " ");
            }
            text.append(words[rank(random)]);
        }
        return text.toString();
    }

    private int rank(Random random) {
        var at = java.util.Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[WORDS - 1]);
        return Math.min(WORDS - 1, at >= 0 ? at : -at - 1);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.append(random.nextBoolean() ? "" : String.valueOf("nrst".charAt(random.nextInt(4))))
                .toString();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
