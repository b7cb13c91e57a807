/**
 * How far an index would have come out otherwise: with other weights, methods, treatments, without an indicator, with
 * values that are uncertain. What may vary is declared; only what a variation touches is computed anew.
 */
@NullMarked
package org.wenheng.analytics.robust;

import org.jspecify.annotations.NullMarked;
