package org.talks.catalogue.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    private final Form form = Form.of(
            "/edit",
            "Retitle talk",
            "/talks/1",
            12L,
            "key",
            Field.text("title", "Title", "As typed", 500),
            new Field.Row("Session", List.of(Field.typed("date", "sessions[0].date", "Date", "2016-13-05"))));

    @Test
    void aRefusalStandsBesideItsFieldAndKeepsWhatWasTyped() {
        var refused = form.refused("Not acceptable.", Map.of("title", "A title is needed."));
        assertThat(refused.error()).isNull();
        assertThat(refused.fields().getFirst())
                .isEqualTo(new Field.Text(
                        "title", "Title", "As typed", "text", false, 500, null, "A title is needed.", List.of()));
        assertThat(refused.hasError()).isTrue();
        assertThat(refused.expectedVersion()).isEqualTo(12L);
        assertThat(refused.idempotencyKey()).isEqualTo("key");
    }

    @Test
    void aRefusalFindsFieldsWithinRows() {
        var refused = form.refused("Not acceptable.", Map.of("sessions[0].date", "There is no 13th month."));
        assertThat(refused.error()).isNull();
        assertThat(refused.fields().get(1).hasError()).isTrue();
    }

    @Test
    void aRefusalThatNamesNoFieldOfTheFormStandsAbove() {
        assertThat(form.refused("The talk is withdrawn.", Map.of()).error()).isEqualTo("The talk is withdrawn.");
        assertThat(form.refused("Not acceptable.", Map.of("other", "Something else is wrong."))
                        .error())
                .isEqualTo("Something else is wrong.");
    }

    @Test
    void afterAConflictTheSameTextGoesAgainstTheNewVersion() {
        assertThat(form.against(13).expectedVersion()).isEqualTo(13);
        assertThat(form.against(13).fields()).isEqualTo(form.fields());
    }
}
