package org.talks.catalogue;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Pages and API, only where there is a web server; the command line does without.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ComponentScan({
    "org.talks.catalogue.web",
    "org.talks.catalogue.api",
    "org.talks.catalogue.pages",
    "org.talks.catalogue.*.web"
})
class WebWiring {}
