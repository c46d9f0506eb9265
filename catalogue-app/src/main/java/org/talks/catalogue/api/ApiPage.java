package org.talks.catalogue.api;

import java.util.List;
import org.talks.catalogue.web.Page;
import org.talks.catalogue.web.SafeHtml;
import org.talks.catalogue.web.Visit;

/// The description of the API, to be read.
///
/// @param about HTML
/// @param groups endpoints by the first word of their address
public record ApiPage(Visit visit, SafeHtml about, List<Group> groups) implements Page {

    public record Group(String name, List<Endpoint> endpoints) {}

    /// @param id of the endpoint on the page
    /// @param parameters of its address, query and headers that not every endpoint has
    /// @param fields of its body
    /// @param needsToken whether it changes something
    public record Endpoint(
            String id,
            String method,
            String path,
            String summary,
            boolean needsToken,
            boolean deprecated,
            List<Field> parameters,
            List<Field> fields) {}

    /// @param type in words: `string, date`, `list of Session`
    public record Field(String name, String type, boolean required) {}

    @Override
    public String template() {
        return "api/description";
    }

    @Override
    public String title() {
        return "API";
    }

    @Override
    public String description() {
        return "Every address of the API, with what it takes.";
    }

    @Override
    public String canonical() {
        return "/api";
    }

    @Override
    public List<Alternate> alternates() {
        return List.of(new Alternate("application/json", "/api/openapi.json", "OpenAPI 3.1"));
    }
}
