package org.wenheng.ingest.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.Nearest;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Reads {@code forms.yml}: a mapping of form codes to forms. A form's title is the name of its sheet, so it must be short
 * enough for one and differ from the others.
 */
final class FormsReader {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern SHEET_NAME = Pattern.compile("[^\\[\\]:*?/\\\\]{1,31}");

    private final Set<String> levels;
    private final Map<String, Element> elements;
    private final Set<String> departments;
    private final Timetable timetable;
    private final Problems problems;
    private final Set<String> titles = new HashSet<>();
    private final Map<String, String> formOfElementAndLevel = new HashMap<>();

    /** @param timetable its calendar has to know working days where a form counts in them */
    FormsReader(
            List<Region> regions,
            Map<String, Element> elements,
            List<Department> departments,
            Timetable timetable,
            Problems problems) {
        this.timetable = timetable;
        this.levels = regions.stream().map(Region::level).collect(Collectors.toSet());
        this.elements = elements;
        this.departments = departments.stream().map(Department::code).collect(Collectors.toSet());
        this.problems = problems;
    }

    List<Form> read(Path path) {
        List<Form> forms = new ArrayList<>();
        Catalogues.open(path, problems).entries().forEach((code, node) -> forms.add(form(code, node)));
        return forms;
    }

    private Form form(String code, YamlNode node) {
        node.only(
                "title",
                "frequency",
                "department",
                "facility-type",
                "levels",
                "elements",
                "due-days",
                "due-working-days",
                "opens-days",
                "closes-working-days");
        if (!CODE.matcher(code).matches()) {
            node.problem(
                    "FORM_CODE_MALFORMED",
                    "报表代码 \"%s\" 应为小写字母、数字与连字符".formatted(code),
                    "Invalid form code \"%s\" (expected: lower kebab case)".formatted(code));
        }
        Title title = Title.of(node.get("title"));
        checkTitle(node.get("title"), title);
        String department = known(node.get("department"), departments, "FORM_DEPARTMENT_UNKNOWN");
        Form form = new Form(
                code,
                title,
                node.get("frequency").word(Frequency.class),
                department,
                node.get("facility-type").optionalText().orElse(null),
                node.get("levels").items().stream()
                        .map(level -> known(level, levels, "FORM_LEVEL_UNKNOWN"))
                        .toList(),
                node.get("elements").items().stream()
                        .map(element -> known(element, elements.keySet(), "FORM_ELEMENT_UNKNOWN"))
                        .toList(),
                times(node));
        checkNotEmpty(node, form);
        node.get("elements").items().forEach(element -> checkElement(element, form));
        return form;
    }

    private ReportingTimes times(YamlNode node) {
        YamlNode calendarDays = node.get("due-days");
        YamlNode workingDays = node.get("due-working-days");
        YamlNode opens = node.get("opens-days");
        YamlNode closes = node.get("closes-working-days");
        boolean inWorkingDays = workingDays.isPresent();
        if (inWorkingDays && calendarDays.isPresent()) {
            workingDays.problem(
                    "FORM_DUE_TWICE",
                    "due-days 与 due-working-days 只能填一个",
                    "Give due-days or due-working-days, not both");
        }
        for (YamlNode counted : List.of(workingDays, closes)) {
            checkWorkingDays(counted);
        }
        ReportingTimes times = new ReportingTimes(
                inWorkingDays ? workingDays.integer() : calendarDays.integer(),
                inWorkingDays,
                opens.isPresent() ? opens.integer() : null,
                closes.isPresent() ? closes.integer() : null);
        if (!inWorkingDays && times.opensDays() != null && times.opensDays() > times.dueDays()) {
            opens.problem(
                    "FORM_OPENS_AFTER_DUE",
                    "开放日(期末后 %d 日)晚于截止日(期末后 %d 日)".formatted(times.opensDays(), times.dueDays()),
                    "It opens %d days after the period, later than it is due (%d)"
                            .formatted(times.opensDays(), times.dueDays()));
        }
        return times;
    }

    private void checkWorkingDays(YamlNode node) {
        if (!node.isPresent()) {
            return;
        }
        if (node.integer() < 1) {
            node.problem(
                    "FORM_WORKING_DAYS_TOO_FEW",
                    "工作日数 %d 应至少为 1".formatted(node.integer()),
                    "The number of working days, %d, must be at least 1".formatted(node.integer()));
        }
        if (!timetable.calendar().knowsWorkingDays()) {
            node.problem(
                    "FORM_CALENDAR_MISSING",
                    "按工作日计算需要工作日历:请在 catalogue.yml 中用 calendar 指定",
                    "Working days need a calendar: name one under calendar in catalogue.yml");
        }
    }

    private static String known(YamlNode node, Set<String> known, String problemCode) {
        String text = node.text();
        if (!text.isEmpty() && !known.contains(text)) {
            String near = Nearest.to(text, known)
                    .map(" (did you mean \"%s\"?)"::formatted)
                    .orElse("");
            node.problem(
                    problemCode,
                    "目录里没有 \"%s\"%s".formatted(text, near),
                    "The catalogue has no \"%s\"%s".formatted(text, near));
        }
        return text;
    }

    private void checkTitle(YamlNode node, Title title) {
        if (!title.chinese().isEmpty() && !SHEET_NAME.matcher(title.chinese()).matches()) {
            node.problem(
                    "FORM_TITLE_NOT_A_SHEET_NAME",
                    "表名 \"%s\" 不能作工作表名(1-31字,不含 [ ] : * ? / \\)".formatted(title.chinese()),
                    "The title \"%s\" cannot name a sheet (1-31 characters, none of [ ] : * ? / \\)"
                            .formatted(title.chinese()));
        }
        if (!titles.add(title.chinese())) {
            node.problem(
                    "FORM_TITLE_DUPLICATE",
                    "表名 \"%s\" 重复".formatted(title.chinese()),
                    "The title \"%s\" is used twice".formatted(title.chinese()));
        }
    }

    private static void checkNotEmpty(YamlNode node, Form form) {
        if (form.levels().isEmpty() || form.elements().isEmpty()) {
            node.problem(
                    "FORM_EMPTY",
                    "报表 %s 应至少有一个层级和一个数据元".formatted(form.code()),
                    "The form %s needs at least one level and one element".formatted(form.code()));
        }
    }

    /** An element is reported at its own frequency and by each level in one form only. */
    private void checkElement(YamlNode node, Form form) {
        Element element = elements.get(node.text());
        if (element == null) {
            return;
        }
        if (element.frequency() != form.frequency()) {
            String own = YamlNode.wordOf(element.frequency());
            String forms = YamlNode.wordOf(form.frequency());
            node.problem(
                    "FORM_ELEMENT_FREQUENCY",
                    "%s 的频度是 %s,报表是 %s".formatted(element.code(), own, forms),
                    "%s is reported by %s, the form by %s".formatted(element.code(), own, forms));
        }
        for (String level : form.levels()) {
            String other = formOfElementAndLevel.putIfAbsent(element.code() + " " + level, form.code());
            if (other != null) {
                node.problem(
                        "FORM_ELEMENT_TWICE",
                        "%s 已在报表 %s 中由 %s 填报".formatted(element.code(), other, level),
                        "%s is already reported by %s in form %s".formatted(element.code(), level, other));
                return;
            }
        }
    }
}
