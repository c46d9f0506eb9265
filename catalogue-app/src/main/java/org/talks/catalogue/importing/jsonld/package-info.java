/// Reads schema.org's Event and VideoObject as JSON-LD, from a file of its own or out of a web page. Start at
/// [JsonLdFormat].
@NullMarked
package org.talks.catalogue.importing.jsonld;

import org.jspecify.annotations.NullMarked;
