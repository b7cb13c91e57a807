/**
 * The package for the government's assessment system: scores as JSON, CSV and a workbook that say the same, hashed, signed and
 * checkable by whoever receives it. Bytes from records, records from bytes; no file, no database, no clock.
 */
@NullMarked
package org.wenheng.analytics.export;

import org.jspecify.annotations.NullMarked;
