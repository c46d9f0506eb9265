/// The heads of pages, the pictures that previews show, and oEmbed.
@NullMarked
package org.talks.catalogue.linkeddata.web;

import org.jspecify.annotations.NullMarked;
