package org.talks.catalogue.talk;

import java.util.List;
import org.talks.events.Resource;
import org.talks.events.TalkDetails;

/// The closed vocabularies of talks, in the order in which forms offer them.
public final class TalkVocabulary {

    public static final List<String> KINDS =
            List.of(TalkDetails.KIND_TALK, "keynote", "tutorial", "workshop", "lightning", "panel", "poster", "other");

    public static final List<String> RESOURCE_KINDS = List.of(
            Resource.SLIDES,
            Resource.VIDEO,
            Resource.AUDIO,
            Resource.CODE,
            Resource.POST,
            Resource.PAPER,
            Resource.TUTORIAL,
            Resource.LINK);

    private TalkVocabulary() {}
}
