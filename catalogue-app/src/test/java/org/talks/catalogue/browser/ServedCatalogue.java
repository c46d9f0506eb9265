package org.talks.catalogue.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.talks.catalogue.CatalogueApplication;
import org.talks.catalogue.account.Accounts;
import org.talks.catalogue.command.CatalogueCommand;
import org.talks.catalogue.eventstore.CommandContext;
import org.talks.catalogue.eventstore.Commands;
import org.talks.catalogue.eventstore.EventLog;
import org.talks.catalogue.replay.Views;
import org.talks.catalogue.searching.TalkSearch;
import org.talks.catalogue.talk.TalkCommand.ScheduleSession;
import org.talks.catalogue.talk.TalkId;
import org.talks.catalogue.transcript.TranscriptCommand.AttachTranscript;
import org.talks.events.Cue;
import org.talks.events.Session;
import org.talks.search.SearchRequest;

/// The whole application with its starter data, one talk of which has a transcript and two of which have rooms.
final class ServedCatalogue implements AutoCloseable {

    static final String TALK = "Data Science in the Balanced Team";

    /// When a zeppelin is spoken of in the recording: 12:04.
    static final int SECOND = 724;

    private static final String FIRST_PASSWORD = "correct-horse-battery";
    private static final String PASSWORD = "staple-for-the-stable";

    private final ConfigurableApplicationContext application;
    private final String address;

    private ServedCatalogue(ConfigurableApplicationContext application) {
        this.application = application;
        this.address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    static ServedCatalogue start(Path directory) throws InterruptedException {
        var application = new SpringApplicationBuilder(CatalogueApplication.class)
                .run(
                        "--server.port=0",
                        "--catalogue.data=" + directory,
                        "--catalogue.starter=true",
                        "--CATALOGUE_ADMIN_PASSWORD=" + FIRST_PASSWORD,
                        "--logging.level.root=WARN");
        var catalogue = new ServedCatalogue(application);
        var accounts = application.getBean(Accounts.class);
        accounts.changePassword(accounts.named("admin").orElseThrow().id(), FIRST_PASSWORD, PASSWORD, "192.0.2.1");
        catalogue.catchUp();
        var talk = new TalkId(catalogue.id(TALK));
        catalogue.send(new AttachTranscript(
                talk,
                "en",
                "human",
                List.of(
                        new Cue(0, 9_000, "Ian", "Thank you for coming."),
                        new Cue(60_000, 70_000, null, "A designer knows the customer."),
                        new Cue(724_000, 730_000, null, "A zeppelin flies over the customer journey."),
                        new Cue(1_600_000, 1_610_000, null, "Thank you, that was all."))));
        var at = application.getBean(org.talks.catalogue.talk.TalkLists.class).find(talk.value());
        var day = java.util.Objects.requireNonNull(at).sessions().getFirst().date();
        catalogue.send(new ScheduleSession(
                new TalkId(catalogue.id("Snakes in a Buildpack")),
                new Session(UUID.randomUUID().toString(), day, "10:00", null, 1800, "Hall 1")));
        catalogue.catchUp();
        return catalogue;
    }

    String address() {
        return address;
    }

    /// The id of the talk that is found first.
    String id(String title) {
        return application
                .getBean(TalkSearch.class)
                .search(SearchRequest.forText(title))
                .hits()
                .getFirst()
                .id();
    }

    void send(CatalogueCommand command) {
        application
                .getBean(Commands.class)
                .send(command, CommandContext.by("0190f1de-0000-7000-8000-000000000001", "test"));
    }

    void catchUp() throws InterruptedException {
        if (!application
                .getBean(Views.class)
                .await(application.getBean(EventLog.class).head(), Duration.ofSeconds(30))) {
            throw new AssertionError("the views did not catch up");
        }
    }

    void signIn(BrowserContext browser) {
        var page = browser.newPage();
        page.navigate(address + "/sign-in");
        page.locator("input[name=name]").fill("admin");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL(Pattern.compile("^(?!.*sign-in).*$"));
        page.close();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", name + ".png")));
    }

    @Override
    public void close() {
        application.close();
    }
}
