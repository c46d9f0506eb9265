package org.talks.catalogue.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What the description of the API says of an endpoint beyond what its signature tells ([ApiDescription]).
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Describes {

    /// One sentence.
    String value();

    /// What the answer's body is where the method returns bytes or writes by itself.
    Class<?> answer() default Void.class;

    /// What the request's body is where the method takes a tree.
    Class<?> body() default Void.class;

    /// Of the usual answer; 0 follows from the method's type.
    int status() default 0;

    /// Media type of the answer.
    String type() default "application/json";
}
