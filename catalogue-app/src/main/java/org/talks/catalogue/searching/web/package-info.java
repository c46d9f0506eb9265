/// The search page and what it shows before anybody has typed. [SearchUrl] is the state of a search, all of it in
/// the URL; [SearchPage] is one answer.
@NullMarked
package org.talks.catalogue.searching.web;

import org.jspecify.annotations.NullMarked;
