package org.talks.catalogue.web;

/// A link and what it says.
public record Ref(String href, String text) {}
