/** Strict reading of YAML files: every value knows its line, every problem is collected. */
@NullMarked
package org.wenheng.ingest.yaml;

import org.jspecify.annotations.NullMarked;
