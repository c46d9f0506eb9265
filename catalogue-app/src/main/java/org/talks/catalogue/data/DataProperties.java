package org.talks.catalogue.data;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param data the data directory, against the working directory where it is relative. Text and not a path, since
///     Spring looks for a path that does not exist yet on the class path.
@ConfigurationProperties("catalogue")
record DataProperties(@DefaultValue("data") String data) {}
