/** The published tables in PostgreSQL: their declarations, migrations and the one transaction that publishes. */
@NullMarked
package org.wenheng.analytics.mart;

import org.jspecify.annotations.NullMarked;
