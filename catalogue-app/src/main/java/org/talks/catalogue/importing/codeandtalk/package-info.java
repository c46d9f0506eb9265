/// Reads codeandtalk.com's data (https://github.com/szabgab/codeandtalk.com): a folder per conference, a JSON
/// file per talk. Start at [CodeAndTalkFormat].
@NullMarked
package org.talks.catalogue.importing.codeandtalk;

import org.jspecify.annotations.NullMarked;
