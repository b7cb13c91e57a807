/** The Superset bundle: database, dataset, charts and dashboard on the published results, generated and checked offline. */
@NullMarked
package org.wenheng.api.superset;

import org.jspecify.annotations.NullMarked;
