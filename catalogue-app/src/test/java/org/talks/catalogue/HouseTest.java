package org.talks.catalogue;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.talks.events.CatalogueEvent;

/// Which package may know which. Exceptions are part of the rules, each with its reason.
class HouseTest {

    private static final String ROOT = "org.talks.catalogue";
    private static final String EVENTS = "org.talks.events..";
    private static final String SEARCH = "org.talks.search..";
    private static final String SPRING = "org.springframework..";
    private static final String AXON = "org.axonframework..";
    private static final String EVENT_STORE = ROOT + ".eventstore..";

    /// Written by the template engine from the templates.
    private static final String GENERATED = ROOT + ".templates..";

    private static final Set<String> LEAVES = Set.of("model", "view", "web");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.talks");

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages);
    }

    @Test
    void allThreeModulesAreLookedAt() {
        assertThat(List.of(ROOT, "org.talks.events", "org.talks.search"))
                .allSatisfy(name -> assertThat(HOUSE.containPackage(name)).isTrue());
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        // The engine writes one package per folder of templates, which include each other.
                        return SliceIdentifier.of(
                                javaClass.getPackageName().startsWith(ROOT + ".templates")
                                        ? ROOT + ".templates"
                                        : javaClass.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    /// Leaves are left out: a page of talks shows their speakers and a page of speakers their talks, and both use
    /// the parts that all pages share. That is what leaves are for; nothing depends on them.
    @Test
    void noFeaturesDependOnEachOtherInACircle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        var parts = javaClass.getPackageName().split("\\.", -1);
                        if (!javaClass.getPackageName().startsWith(ROOT + ".")
                                || LEAVES.contains(parts[parts.length - 1])
                                || parts[3].equals("pages")) {
                            return SliceIdentifier.ignore();
                        }
                        return SliceIdentifier.of(parts[3]);
                    }

                    @Override
                    public String getDescription() {
                        return "features without their leaves";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "talk",
                "conference",
                "series",
                "speaker",
                "transcript",
                "account",
                "importing",
                "searching",
                "replay"
            })
    void theLeavesOfAFeatureDoNotSeeEachOther(String feature) {
        var own = ROOT + "." + feature;
        noClasses()
                .that(in(own + ".model.."))
                .should()
                .dependOnClassesThat(in(own + ".view..", own + ".web.."))
                .allowEmptyShould(true)
                .check(HOUSE);
        noClasses()
                .that(in(own + ".view.."))
                .should()
                .dependOnClassesThat(in(own + ".model..", own + ".web.."))
                .allowEmptyShould(true)
                .check(HOUSE);
        // Pages ask through the one class of the view that is made for asking, …Views: an interface in between
        // would have this one implementation for ever. Tables, hence how rows are written, stay unseen.
        noClasses()
                .that(in(own + ".web.."))
                .should()
                .dependOnClassesThat(
                        in(own + ".model..").or(in(own + ".view..").and(not(nestedIn(simpleNameEndingWith("Views"))))))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /// The class or the one it is nested in.
    private static DescribedPredicate<JavaClass> nestedIn(DescribedPredicate<? super JavaClass> outer) {
        return DescribedPredicate.describe(outer.getDescription(), javaClass -> {
            for (var c = javaClass; c != null; c = c.getEnclosingClass().orElse(null)) {
                if (outer.test(c)) {
                    return true;
                }
            }
            return false;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "talk",
                "conference",
                "series",
                "speaker",
                "transcript",
                "account",
                "importing",
                "searching",
                "replay"
            })
    void otherFeaturesSeeOnlyTheMessagesOfAFeature(String feature) {
        var own = ROOT + "." + feature;
        // The root wires the parts together; templates of pages see the pages they show.
        noClasses()
                .that(in(ROOT + ".."))
                .and(not(in(own + "..", ROOT, GENERATED)))
                .should()
                .dependOnClassesThat(in(own + ".model..", own + ".view..", own + ".web.."))
                .check(HOUSE);
    }

    @Test
    void onlyTheEventStoreKnowsAxon() {
        noClasses()
                .that(not(in(EVENT_STORE)))
                .should()
                .dependOnClassesThat(in(AXON))
                .check(HOUSE);
    }

    /// What checks for updates, or calls a server, hangs on these.
    @Test
    void nobodyUsesTheConfigurerTheUpdateCheckOrTheServerOfAxon() {
        noClasses()
                .should()
                .dependOnClassesThat(in(
                        "org.axonframework.config..",
                        "org.axonframework.updates..",
                        "org.axonframework.axonserver..",
                        "org.axonframework.spring..",
                        "org.axonframework.springboot.."))
                .check(HOUSE);
    }

    @Test
    void modelsAndMessagesKnowNoFrameworkNoDatabaseAndNoMoment() {
        var pure = classes().that(in(ROOT + ".*.model..", ROOT + ".rules..", ROOT + ".command.."));
        pure.should()
                .onlyDependOnClassesThat(not(in(SPRING, AXON, "java.sql..", "javax.sql..", "org.sqlite..")))
                .andShould()
                .onlyDependOnClassesThat(not(DescribedPredicate.describe(
                        "are a clock or a source of chance",
                        c -> Set.of("java.time.Clock", "java.util.Random", "java.security.SecureRandom")
                                .contains(c.getName()))))
                .check(HOUSE);
        noClasses()
                .that(in(ROOT + ".*.model..", ROOT + ".rules..", ROOT + ".command.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks for the moment or for chance",
                        call -> Set.of("now", "randomUUID", "currentTimeMillis", "nanoTime", "random")
                                        .contains(call.getTarget().getName())
                                && call.getTargetOwner().getPackageName().startsWith("java.")))
                .check(HOUSE);
    }

    @Test
    void modelsKnowNothingThatStoresOrShows() {
        noClasses()
                .that(in(ROOT + ".*.model.."))
                .should()
                .dependOnClassesThat(in(
                        EVENT_STORE,
                        ROOT + ".projection..",
                        ROOT + ".replay..",
                        ROOT + ".searching..",
                        ROOT + ".web..",
                        ROOT + ".pages..",
                        ROOT + ".data..",
                        SEARCH))
                .check(HOUSE);
    }

    /// A rebuild runs the same code as following live, so it must not be able to cause anything.
    @Test
    void viewsCannotSendCommands() {
        noClasses()
                .that(in(ROOT + ".projection..", ROOT + ".*.view..", ROOT + ".searching"))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "take or carry commands",
                        c -> c.getName().equals(ROOT + ".eventstore.Commands")
                                || c.isAssignableTo(ROOT + ".command.CatalogueCommand")))
                .check(HOUSE);
    }

    @Test
    void theLogKnowsNobodyWhoReadsIt() {
        noClasses()
                .that(in(EVENT_STORE))
                .should()
                .dependOnClassesThat(in(ROOT + "..").and(not(in(EVENT_STORE, ROOT + ".command.."))))
                .check(HOUSE);
    }

    @Test
    void importFormatsKnowDraftsAndNothingElseOfTheCatalogue() {
        var formats = HOUSE.getPackage(ROOT + ".importing").getSubpackages().stream()
                .map(JavaPackage::getName)
                .filter(name -> !name.endsWith(".web"))
                .toList();
        assertThat(formats).contains(ROOT + ".importing.format", ROOT + ".importing.pyvideo");
        for (var format : formats) {
            noClasses()
                    .that(in(format + ".."))
                    .should()
                    .dependOnClassesThat(in(ROOT + "..").and(not(in(format + "..", ROOT + ".importing.format.."))))
                    .check(HOUSE);
            noClasses()
                    .that(in(format + ".."))
                    .should()
                    .dependOnClassesThat(in(AXON, SEARCH))
                    .check(HOUSE);
        }
    }

    @Test
    void theEventsKnowNobody() {
        noClasses()
                .that(in(EVENTS))
                .should()
                .dependOnClassesThat(in(SPRING, AXON, ROOT + "..", SEARCH, "org.apache.lucene.."))
                .check(HOUSE);
    }

    @Test
    void theSearchLibraryKnowsLuceneOnly() {
        noClasses()
                .that(in(SEARCH))
                .should()
                .dependOnClassesThat(in(SPRING, AXON, ROOT + "..", EVENTS))
                .check(HOUSE);
        noClasses()
                .that(not(in(SEARCH)))
                .should()
                .dependOnClassesThat(in("org.apache.lucene.."))
                .check(HOUSE);
    }

    @Test
    void everythingIsInjectedThroughConstructors() {
        for (var annotation : List.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject",
                "jakarta.annotation.Resource")) {
            noFields().should().beAnnotatedWith(annotation).check(HOUSE);
            noMethods().should().beAnnotatedWith(annotation).check(HOUSE);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        var missing = new TreeSet<String>();
        for (var javaClass : HOUSE.that(not(resideInAPackage(GENERATED)))) {
            var home = javaClass.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                missing.add(home.getName());
            }
        }
        assertThat(missing).isEmpty();
    }

    /// A switch over the events that forgets one does not compile, as long as they are sealed all the way down.
    @Test
    void theEventsAreSealedAllTheWayDown() {
        var events = HOUSE.that(DescribedPredicate.describe("are events", c -> c.isAssignableTo(CatalogueEvent.class)));
        assertThat(events).hasSizeGreaterThan(40);
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.isRecord() || event.reflect().isSealed())
                                .isTrue());
    }

    @Test
    void pagesStayInTheirPackages() {
        classes()
                .that(simpleNameEndingWith("Pages").or(simpleNameEndingWith("Api")))
                .and(in(ROOT + ".*.web.."))
                .and(DescribedPredicate.describe("are no interfaces", c -> !c.isInterface()))
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(HOUSE);
    }
}
