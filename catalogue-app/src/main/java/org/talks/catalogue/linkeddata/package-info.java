/// What machines read of a page: schema.org data ([StructuredData]), previews for links ([PreviewImage]). Made of
/// what everybody may see, by encoders; nothing is pasted together.
@NullMarked
package org.talks.catalogue.linkeddata;

import org.jspecify.annotations.NullMarked;
