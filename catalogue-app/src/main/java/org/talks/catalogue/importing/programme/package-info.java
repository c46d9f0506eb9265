/// Reads the programmes that single conferences publish in a shape of their own: Devoxx (2010 to 2012),
/// DroidKaigi, EMF Camp, EuroPython (2014), JavaZone, MiXiT, FOSSASIA's open-event, COSCUP, and a few talk lists.
/// Each is one class; [JsonProgramme] holds what those in JSON share.
@NullMarked
package org.talks.catalogue.importing.programme;

import org.jspecify.annotations.NullMarked;
