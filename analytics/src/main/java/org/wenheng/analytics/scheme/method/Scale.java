package org.wenheng.analytics.scheme.method;

/** Points of a value: a method with everything settled that it had to look at. */
@FunctionalInterface
public interface Scale {

    /** The points of a value in the indicator's unit; the value is a finite number. */
    double points(double value);
}
