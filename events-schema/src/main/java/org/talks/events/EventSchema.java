package org.talks.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The name and revision under which an event is stored. Class and package names are never stored, so code may
/// move without losing history.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventSchema {

    /// Logical name, `thing.happened`: lower case, two words joined by a dot.
    String name();

    /// Current revision of the payload, from 1. Older ones are read through [org.talks.events.upcast.Upcasts].
    int revision() default 1;
}
