package org.talks.catalogue.asof;

import org.talks.catalogue.talk.ListedTalk;
import org.talks.catalogue.talk.TalkContent;

/// A talk of a list as it was.
public record PastTalk(ListedTalk listed, TalkContent content) {}
