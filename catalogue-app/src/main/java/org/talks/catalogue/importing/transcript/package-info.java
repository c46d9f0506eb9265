/// Reads transcripts: WebVTT (https://www.w3.org/TR/webvtt1/) and SubRip. Start at [CueReader].
@NullMarked
package org.talks.catalogue.importing.transcript;

import org.jspecify.annotations.NullMarked;
