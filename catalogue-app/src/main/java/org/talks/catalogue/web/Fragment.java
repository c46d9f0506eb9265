package org.talks.catalogue.web;

/// Something a template shows: a whole [Page] or a piece of one that is swapped in place. A controller returns it
/// and [HtmlMessageConverter] writes it; the template gets the fragment as its only parameter.
public interface Fragment {

    /// Name of the template below `src/main/jte`, without `.jte`.
    String template();
}
