package org.wenheng.ingest.read;

import java.util.List;
import org.wenheng.ingest.format.Fault;

/** The reported cells of a file in their order, and what could not be read. */
public record Extract(List<ReportedCell> cells, List<Fault> faults) {}
