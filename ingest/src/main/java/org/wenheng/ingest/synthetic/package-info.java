/** Makes synthetic observations in bulk with Spark and writes them into the lake, marked in every row. */
@NullMarked
package org.wenheng.ingest.synthetic;

import org.jspecify.annotations.NullMarked;
