/**
 * What synthetic observations in bulk are made of: which county has which facilities, when its reports come and what is wrong
 * in them. Plain and small; the values themselves, one a facility, element and month, are made by Spark.
 */
@NullMarked
package org.wenheng.ingest.generate.bulk;

import org.jspecify.annotations.NullMarked;
