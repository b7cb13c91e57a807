package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.read.TableWords.Role;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;

/** What the columns of a rearranged form are: elements, something about the values, or unknown. */
final class FormColumns {
    private final FoundTable table;
    private final List<Element> expected;
    private final ElementLabels ofForm;
    private final ElementLabels ofAll;
    private final Map<Role, Integer> roles = new EnumMap<>(Role.class);
    private final Map<TableColumn, ElementLabels.Found> elements = new LinkedHashMap<>();
    private final List<TableColumn> others = new ArrayList<>();

    /** @param form null if the sheet does not say which form it is */
    FormColumns(FoundTable table, @Nullable Form form, Catalogue catalogue, UnitWords units) {
        this.table = table;
        this.expected = form == null
                ? List.of()
                : form.elements().stream()
                        .map(code -> catalogue.elements().get(code))
                        .filter(Objects::nonNull)
                        .toList();
        this.ofForm = ElementLabels.of(expected, units);
        this.ofAll = ElementLabels.of(catalogue.elements().values(), units);
        table.columns().forEach(this::know);
    }

    /** The columns that are elements, in the order of the sheet. */
    Map<TableColumn, ElementLabels.Found> elements() {
        return elements;
    }

    /** The columns that are neither elements nor anything else that is known. */
    List<TableColumn> others() {
        return others;
    }

    /** The column that says something about the values, from 0; null if there is none. */
    @Nullable
    Integer column(Role role) {
        return roles.get(role);
    }

    boolean has(Role one, Role other) {
        return roles.containsKey(one) || roles.containsKey(other);
    }

    /** The element that a code or a name means, one of the form first; null if it means none or several. */
    ElementLabels.@Nullable Found find(String text) {
        return !ofForm.candidates(text).isEmpty() ? ofForm.find(text) : ofAll.find(text);
    }

    /** The codes of all elements that a name may mean. */
    List<String> candidates(String text) {
        return ofAll.candidates(text);
    }

    /** The elements of the form that have no column, for a message. */
    String open() {
        Set<String> there =
                elements.values().stream().map(ElementLabels.Found::element).collect(Collectors.toSet());
        return expected.stream()
                .filter(element -> !there.contains(element.code()))
                .map(element -> element.code() + " " + element.name().chinese())
                .collect(Collectors.joining(", "));
    }

    /** The columns that may hold the values: those named so, else one named like the period, else all unknown ones. */
    List<TableColumn> values(String period) {
        List<TableColumn> named = table.columns().stream()
                .filter(column -> role(column) == Role.VALUE)
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<TableColumn> ofPeriod = others.stream()
                .filter(column ->
                        WrittenPeriod.code(column.name(), List.of(), null).equals(period))
                .toList();
        return ofPeriod.isEmpty() ? others : ofPeriod;
    }

    /** The address of the header of a column. */
    String address(TableColumn column) {
        return Sheet.address(column.column(), table.headerLast());
    }

    private void know(TableColumn column) {
        if (column.name().isEmpty() || column.parts().stream().anyMatch(TableWords.standard()::isOfOtherValues)) {
            return;
        }
        Role role = role(column);
        ElementLabels.Found found = role == null ? element(column) : null;
        if (found != null) {
            elements.put(column, found);
        } else if (role == null) {
            others.add(column);
        } else {
            roles.putIfAbsent(role, column.column());
        }
    }

    private static @Nullable Role role(TableColumn column) {
        TableWords words = TableWords.standard();
        Role whole = words.column(column.name());
        return whole != null || column.parts().size() < 2
                ? whole
                : words.column(column.parts().get(column.parts().size() - 1));
    }

    /** The lowest part of a header is the most exact; a code in a row of codes stands below the name. */
    private ElementLabels.@Nullable Found element(TableColumn column) {
        ElementLabels.Found found = find(column.header());
        for (int i = column.parts().size() - 1; i >= 0 && found == null; i--) {
            found = find(column.parts().get(i));
        }
        return found;
    }
}
