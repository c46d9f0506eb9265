package org.talks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talks.search.TalkBuilder.talk;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.talks.search.SearchResult.AlsoGiven;
import org.talks.search.SearchResult.Matching;
import org.talks.search.SearchResult.Named;

class SearchingTest extends IndexFixture {

    @Test
    void aMisspeltWordFindsTheTalkAndSaysSo() throws IOException {
        put(talk("1", "Kubernetes for humans"), talk("2", "Django for humans"));

        var result = index.search(SearchRequest.forText("kuberentes humans"));

        assertThat(ids(result)).containsExactly("1");
        assertThat(result.matching()).isEqualTo(Matching.FUZZY);
    }

    @Test
    void wordsThatNoTalkHasTogetherFindTalksWithSome() throws IOException {
        put(talk("1", "Kubernetes operators"), talk("2", "Django forms"));

        var result = index.search(SearchRequest.forText("kubernetes zebra"));

        assertThat(ids(result)).containsExactly("1");
        assertThat(result.matching()).isEqualTo(Matching.PARTIAL);
    }

    @Test
    void talksThatMissOneOfThreeWordsFollowTheFewThatHaveAll() throws IOException {
        put(
                talk("all", "Talk").summary("burnout, and what mental strain does to health"),
                talk("two", "Mental health"),
                talk("one", "Burnout"));

        var result = index.search(SearchRequest.forText("burnout mental health"));

        assertThat(ids(result)).containsExactly("all", "two");
        assertThat(result.matching()).isEqualTo(Matching.MOST);
        assertThat(find("mental health")).containsExactlyInAnyOrder("all", "two");
    }

    @Test
    void wordsThatHoldASentenceTogetherNeedNotBeThere() throws IOException {
        put(talk("1", "Ethics, fairness"), talk("2", "To be or not to be"));

        assertThat(find("fairness in the ethics")).containsExactly("1");
        assertThat(find("to be or not to be ")).containsExactly("2");
    }

    @Test
    void theLastWordMayBeUnfinished() throws IOException {
        put(talk("1", "Asynchronous generators"), talk("2", "Asynchronous drivers"));

        assertThat(find("asynchronous g")).containsExactly("1");
        assertThat(find("asynchronous gener")).containsExactly("1");
    }

    @Test
    void aWordAsTypedComesBeforeItsStem() throws IOException {
        put(
                talk("1", "Tests").date(LocalDate.of(2020, 1, 1)),
                talk("2", "Testing").date(LocalDate.of(2010, 1, 1)),
                talk("3", "Something").summary("tested"));

        assertThat(find("testing ")).startsWith("2").containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void aStemMeansSomethingInItsOwnLanguageOnly() throws IOException {
        put(
                talk("1", "Type checking").language("en"),
                talk("2", "La programación").language("es"));

        assertThat(find("typear ")).isEmpty();
        assertThat(find("programaciones ")).containsExactly("2");
    }

    @Test
    void aMisspeltWordRanksAsWhatItWasMeantToBe() throws IOException {
        put(
                talk("1", "Language design")
                        .summary("on natural selection and processing")
                        .date(LocalDate.of(2024, 1, 1)),
                talk("2", "Natural language processing").date(LocalDate.of(2010, 1, 1)),
                talk("3", "Natural procesing of language").date(LocalDate.of(2010, 1, 1)));

        assertThat(find("natural language procesisng ")).startsWith("2");
    }

    @Test
    void accentsMayBeTypedLeftOutOrSpelledOut() throws IOException {
        put(
                talk("1", "Bücher für Größe").by("Jürgen Müller"),
                talk("2", "Programación").language("es"),
                talk("3", "Cafe\u0301 con leche").language("es"));

        assertThat(find("bucher muller")).containsExactly("1");
        assertThat(find("buecher mueller")).containsExactly("1");
        assertThat(find("Bücher Müller grösse")).containsExactly("1");
        assertThat(find("programacion")).containsExactly("2");
        assertThat(find("café")).containsExactly("3");
    }

    @Test
    void technicalWordsAreWords() throws IOException {
        put(
                talk("cpp", "Modern C++ in practice"),
                talk("c", "The C language"),
                talk("cs", "C# tips"),
                talk("net", "Porting to .NET"),
                talk("node", "Scaling node.js"),
                talk("k8s", "k8s at home"),
                talk("ci", "CI/CD for data"));
        index.synonyms(Synonyms.NONE);

        assertThat(find("c++")).containsExactly("cpp");
        assertThat(find("c# ")).containsExactly("cs");
        assertThat(find(".net")).containsExactly("net");
        assertThat(find("nodejs")).containsExactly("node");
        assertThat(find("node.js")).containsExactly("node");
        assertThat(find("k8s")).containsExactly("k8s");
        assertThat(find("cicd")).containsExactly("ci");
        assertThat(find("CI/CD")).containsExactly("ci");
    }

    @Test
    void scriptsWithoutSpacesMatchWithinARun() throws IOException {
        put(
                talk("ja", "日本語の形態素解析").language("ja"),
                talk("ru", "Асинхронность в Питоне").language("ru"));

        assertThat(find("形態素")).containsExactly("ja");
        assertThat(find("питон")).containsExactly("ru");
    }

    @Test
    void phrasesExclusionsAndAlternatives() throws IOException {
        put(
                talk("1", "Deep learning for text"),
                talk("2", "Learning deep diving"),
                talk("3", "Flask"),
                talk("4", "Django and Flask"));

        assertThat(find("\"deep learning\"")).containsExactly("1");
        assertThat(find("flask -django")).containsExactly("3");
        assertThat(find("diving OR text")).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aPhraseIsFoundInTheTranscript() throws IOException {
        put(talk("1", "Talk").cue(0, "never trust").cue(40, "a green build"), talk("2", "A build that is green"));

        assertThat(find("\"green build\"")).containsExactly("1");
    }

    @Test
    void fieldsNarrow() throws IOException {
        put(
                talk("1", "One")
                        .by("Ian Huston")
                        .topics("cloud foundry")
                        .date(LocalDate.of(2014, 5, 1))
                        .minutes(25),
                talk("2", "Two")
                        .by("Ann Smith")
                        .summary("by huston")
                        .date(LocalDate.of(2016, 5, 1))
                        .minutes(45)
                        .slides(),
                talk("3", "Three").kind("keynote").language("de").date(null).minutes(null));

        assertThat(find("speaker:huston")).containsExactly("1");
        assertThat(find("speaker:\"Ian Huston\"")).containsExactly("1");
        assertThat(find("year:2014..2015")).containsExactly("1");
        assertThat(find("year:>2014")).containsExactly("2");
        assertThat(find("topic:cloud")).containsExactly("1");
        assertThat(find("has:slides")).containsExactly("2");
        assertThat(find("duration:<30m")).containsExactly("1");
        assertThat(find("kind:keynote")).containsExactly("3");
        assertThat(find("language:german")).containsExactly("3");
        assertThat(find("nonsense:two")).containsExactly("2");
    }

    @Test
    void aPastedAddressOrIdFindsItsTalk() throws IOException {
        put(
                talk("0190-abc", "One").urls("https://www.youtube.com/watch?v=6bFTPzYasEg"),
                talk("0190-def", "Two").urls("https://example.org/videos/two/"));

        assertThat(find("https://youtu.be/6bFTPzYasEg?t=17")).containsExactly("0190-abc");
        assertThat(find("http://example.org/videos/two")).containsExactly("0190-def");
        assertThat(find("0190-def")).containsExactly("0190-def");
    }

    @Test
    void anAddressOfNoTalkFindsNothingThatSharesAWordWithIt() throws IOException {
        put(talk("1", "Watch YouTube with Python"));

        assertThat(find("https://www.youtube.com/watch?v=6bFTPzYasEg")).isEmpty();
        assertThat(find("youtube python")).containsExactly("1");
    }

    @Test
    void didYouMeanOffersWhatFindsClearlyMore() throws IOException {
        for (var i = 0; i < 20; i++) {
            index.put(talk("t" + i, "Pandas number " + i).build());
        }
        put(talk("x", "A talk about panda"));

        assertThat(index.search(SearchRequest.forText("pnadas ")).didYouMean()).isEqualTo("pandas ");
        assertThat(index.search(SearchRequest.forText("pandas")).didYouMean()).isNull();
    }

    @Test
    void synonymsTakeEffectAtOnce() throws IOException {
        put(talk("1", "Kubernetes in anger"), talk("2", "Machine learning basics"));
        index.synonyms(Synonyms.NONE);
        assertThat(index.search(SearchRequest.forText("k8s anger")).matching()).isNotEqualTo(Matching.EXACT);

        index.synonyms(Synonyms.parse("k8s = kubernetes # cluster\nml, machine learning"));

        assertThat(index.search(SearchRequest.forText("k8s anger")).matching()).isEqualTo(Matching.EXACT);
        assertThat(find("ml basics")).containsExactly("2");
    }

    @Test
    void theSameTalkElsewhereIsToldWithTheFirst() throws IOException {
        put(
                talk("1", "Stop writing classes")
                        .at("a", "PyCon A")
                        .date(LocalDate.of(2016, 1, 1))
                        .sameAs("2"),
                talk("2", "Stop writing classes").at("b", "PyCon B").date(LocalDate.of(2018, 1, 1)),
                talk("3", "Writing classes"));

        var hits = index.search(SearchRequest.forText("writing classes")).hits();

        assertThat(hits).hasSize(2);
        assertThat(hits)
                .filteredOn(hit -> hit.id().equals("2"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.alsoGiven())
                        .containsExactly(new AlsoGiven("1", new Named("a", "PyCon A"), LocalDate.of(2016, 1, 1))));
    }

    @Test
    void ordersSortAndPutTheUnknownLast() throws IOException {
        put(
                talk("old", "A").date(LocalDate.of(2010, 1, 1)).minutes(50),
                talk("new", "B").date(LocalDate.of(2020, 1, 1)).minutes(5),
                talk("unknown", "C").date(null).minutes(null));

        assertThat(ordered(SearchRequest.Order.NEWEST)).containsExactly("new", "old", "unknown");
        assertThat(ordered(SearchRequest.Order.OLDEST)).containsExactly("old", "new", "unknown");
        assertThat(ordered(SearchRequest.Order.LONGEST)).containsExactly("old", "new", "unknown");
        assertThat(ordered(SearchRequest.Order.SHORTEST)).containsExactly("new", "old", "unknown");
    }

    @Test
    void explainSaysWhy() throws IOException {
        put(talk("1", "Django"));

        var hit = index.search(new SearchRequest(
                        "django", Map.of(), Set.of(), 0, SearchRequest.Order.RELEVANCE, 1, null, false, true))
                .hits()
                .getFirst();

        assertThat(hit.explanation()).contains("words:django");
    }

    @Test
    void suggestionsOfAllKindsInOneCall() throws IOException {
        put(
                talk("1", "Django deployments")
                        .by("Django Reinhardt")
                        .topics("django")
                        .at("dc", "DjangoCon 2016"),
                talk("2", "Other").by("Ann Smith").topics("web"));

        assertThat(index.suggest("djan", 3))
                .extracting(TalkIndex.Suggestion::kind, TalkIndex.Suggestion::html)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("talk", "<mark>Django</mark> deployments"),
                        org.assertj.core.groups.Tuple.tuple("speaker", "<mark>Django</mark> Reinhardt"),
                        org.assertj.core.groups.Tuple.tuple("conference", "<mark>DjangoCon</mark> 2016"),
                        org.assertj.core.groups.Tuple.tuple("topic", "<mark>django</mark>"));
    }

    @Test
    void similarTalksSayWhatTheyShare() throws IOException {
        put(
                talk("1", "Conda packages on Cloud Foundry").summary("A buildpack for conda"),
                talk("2", "Writing a buildpack").summary("with conda"),
                talk("3", "Cooking pasta").summary("with water"),
                talk("4", "More pasta").summary("and water"));

        assertThat(index.similar("1", 5)).singleElement().satisfies(similar -> {
            assertThat(similar.hit().id()).isEqualTo("2");
            assertThat(similar.shares()).containsExactlyInAnyOrder("buildpack", "Conda");
        });
        assertThat(index.similar("nobody", 5)).isEmpty();
    }

    @Test
    void topicsAreNamedBeforeWordsAndWordsThatOnlySummariesShareAreNot() throws IOException {
        put(
                talk("1", "Science for shepherds")
                        .topics("data-science", "sheep")
                        .summary("It asks what wool is."),
                talk("2", "Shepherds at night").topics("Data science").summary("It asks what the dog saw."),
                talk("3", "Cooking pasta").topics("food").summary("With water."),
                talk("4", "More pasta").topics("food").summary("And water."));

        assertThat(index.similar("1", 5)).singleElement().satisfies(similar -> {
            assertThat(similar.hit().id()).isEqualTo("2");
            assertThat(similar.shares()).containsExactly("data-science", "shepherds");
        });
    }

    private List<String> ordered(SearchRequest.Order order) throws IOException {
        return ids(index.search(new SearchRequest("", Map.of(), Set.of(), 0, order, 10, null, false, false)));
    }
}
