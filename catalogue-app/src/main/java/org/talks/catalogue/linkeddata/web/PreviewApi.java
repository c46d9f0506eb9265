package org.talks.catalogue.linkeddata.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.talks.catalogue.command.Refused;
import org.talks.catalogue.linkeddata.PreviewImage;
import org.talks.catalogue.published.Published;
import org.talks.catalogue.published.PublishedTalk;
import org.talks.catalogue.web.Dates;
import org.talks.catalogue.web.Tagged;

/// The pictures that links to pages show elsewhere. They are drawn when they are asked for; the latest are kept.
@RestController
final class PreviewApi {

    /// About 30 kB each.
    private static final int KEPT_MAX = 200;

    /// Drawing is work for a processor; readers of pages come first.
    private static final int AT_ONCE_MAX = 1;

    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Published published;
    private final Semaphore drawing = new Semaphore(AT_ONCE_MAX);

    private final Map<PreviewImage, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PreviewImage, byte[]> eldest) {
            return size() > KEPT_MAX;
        }
    };

    PreviewApi(Published published) {
        this.published = published;
    }

    @GetMapping("/talks/{id}/preview.png")
    ResponseEntity<byte[]> talk(@PathVariable String id) throws InterruptedException {
        var talk = published.talk(id);
        return answer(new PreviewImage(
                talk.titleWithState(),
                talk.speakers().stream().map(PublishedTalk.Billed::name).collect(Collectors.joining(", ")),
                talk.conference().name()));
    }

    @GetMapping("/conferences/{id}/preview.png")
    ResponseEntity<byte[]> conference(@PathVariable String id) throws InterruptedException {
        var conference = published.conference(id);
        var details = conference.content().details();
        return answer(new PreviewImage(
                conference.name(),
                Dates.range(details.startDate(), details.endDate()),
                List.of(or(details.city()), or(details.country())).stream()
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "))));
    }

    @GetMapping("/speakers/{id}/preview.png")
    ResponseEntity<byte[]> speaker(@PathVariable String id) throws InterruptedException {
        var speaker = published.speaker(id);
        return answer(
                new PreviewImage(speaker.name(), or(speaker.content().details().affiliation()), "Talk Catalogue"));
    }

    private ResponseEntity<byte[]> answer(PreviewImage image) throws InterruptedException {
        if (!PreviewImage.available()) {
            throw new Refused.NotFound("This server has no fonts to draw pictures with.");
        }
        var known = find(image);
        if (known == null) {
            if (!drawing.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "5")
                        .cacheControl(CacheControl.noStore())
                        .build();
            }
            try {
                known = find(image);
                if (known == null) {
                    known = image.png();
                    keep(image, known);
                }
            } finally {
                drawing.release();
            }
        }
        return Tagged.of(known, MediaType.IMAGE_PNG);
    }

    private byte @Nullable [] find(PreviewImage image) {
        synchronized (kept) {
            return kept.get(image);
        }
    }

    private void keep(PreviewImage image, byte[] png) {
        synchronized (kept) {
            kept.put(image, png);
        }
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
