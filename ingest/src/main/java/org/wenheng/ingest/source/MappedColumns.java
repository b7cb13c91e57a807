package org.wenheng.ingest.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;

/** The columns that a mapping reads: of a table nothing else is asked for, so that nothing else leaves the server. */
public final class MappedColumns {
    private MappedColumns() {}

    /** Their names, each once: the region's first, then the facility's, the period's, the choices' and the elements'. */
    public static List<String> of(SourceMapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        mapping.region().stream().map(KeyColumn::column).forEach(names::add);
        names.addAll(mapping.facility());
        Stream<@Nullable String> single = Stream.of(
                mapping.facilityName(),
                mapping.period().column(),
                mapping.closed() == null ? null : mapping.closed().column(),
                mapping.keep() == null ? null : mapping.keep().column());
        single.filter(Objects::nonNull).forEach(names::add);
        mapping.fields().stream().map(Field::column).filter(Objects::nonNull).forEach(names::add);
        return new ArrayList<>(names);
    }
}
