/// Reads the data of pyvideo.org: one folder per conference, one JSON file per talk, after
/// https://github.com/pyvideo/data and its `.schemas`. Start at [PyvideoFormat].
@NullMarked
package org.talks.catalogue.importing.pyvideo;

import org.jspecify.annotations.NullMarked;
