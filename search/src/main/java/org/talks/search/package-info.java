/// A search library for conference talks, with one door: [org.talks.search.TalkIndex].
///
/// ```java
/// try (var index = TalkIndex.open(Path.of("index"), IndexSettings.live())) {
///     index.put(talk); // a TalkDocument: all that is known of one talk
///     index.refresh(); // now searches see it
///     index.commit(Map.of("position", "42")); // now it survives, together with our position
///     var result = index.search(SearchRequest.forText("mueler conda year:2014..2016"));
///     for (var hit : result.hits()) {
///         System.out.println(hit.title() + " " + hit.snippets());
///     }
/// }
/// ```
///
/// **What is found.** All words count, wherever they stand: a word in the title and another one in a note are as
/// good as both in the summary. The last word may be unfinished. English words that only hold a sentence together
/// need not be there. When no talk has all words, close ones are tried in their place, and then talks with some
/// of the words; [org.talks.search.SearchResult#matching()] says which. With few exact hits, talks with a word
/// close to a rare one follow the exact ones, and after them talks with all words but one. A misspelt word ranks
/// as what it was meant to be. Case, accents and umlauts typed as `ue` make no difference; `C++`, `.NET`,
/// `node.js` and `CI/CD` are words; Chinese, Japanese, Korean and Thai match as they are written.
///
/// **What may be typed.** `"a phrase"`, `-not`, `this OR that`, `begin*`, and `speaker:` `conference:` `series:`
/// `topic:` `title:` (words in that part, or an id) `language:` `kind:` `has:` `source:` (values) `year:`
/// `before:` `after:` `duration:` (`2016`, `2014..2016`, `>=2014`, `<30m`). Anything else is words; a pasted
/// address or id finds its talk. No text is an error, none is slow: words, forms of words and time are bounded.
///
/// **Facets** count sideways: as if nothing were chosen in the facet itself. **Pages** are told apart by cursors
/// that keep the state of the index for five minutes. **The order** is that of BM25 over all parts, in which one
/// word of the title counts as much as several of the summary, with a bonus for words that stand near each other
/// in a title and a small one for newer talks.
///
/// **On disk** one Lucene index. Each commit names the format; [org.talks.search.UnusableIndexException] tells
/// when this version cannot read it. There is no migration: an index is built again from where the talks came
/// from.
///
/// Inside: [org.talks.search.Analysis] cuts words, [org.talks.search.DocumentMapper] fills the
/// [org.talks.search.Fields], [org.talks.search.QueryParser] and [org.talks.search.QueryCompiler] read queries,
/// [org.talks.search.Searching] answers. Nothing of Lucene shows outside. The library depends on nothing of the
/// application.
@NullMarked
package org.talks.search;

import org.jspecify.annotations.NullMarked;
