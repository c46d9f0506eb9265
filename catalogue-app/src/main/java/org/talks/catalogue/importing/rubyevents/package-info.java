/// Reads the data of rubyevents.org: `<series>/<event>/event.yml` and `videos.yml`, after
/// https://github.com/rubyevents/rubyevents. Start at [RubyEventsFormat].
@NullMarked
package org.talks.catalogue.importing.rubyevents;

import org.jspecify.annotations.NullMarked;
