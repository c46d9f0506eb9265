package org.talks.catalogue.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Marks a controller that answers with a [Fragment]. What goes wrong in it is shown as a page; in a
/// `RestController` it becomes a problem in JSON.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@ResponseBody
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
public @interface PageController {

    /// What the paths of its methods begin with; none by default.
    @AliasFor(annotation = RequestMapping.class, attribute = "path")
    String[] value() default {};
}
