package org.wenheng.ingest.read;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.ingest.format.Sheet;

/**
 * What the third row of a sheet says about the template it was made from. It stands where a person can see it and stays
 * with the sheet when it is copied into another workbook.
 *
 * @param layout version of the layout, from 1
 * @param catalogue code of the catalogue
 * @param formVersion see {@link org.wenheng.ingest.reference.FormVersion}
 */
public record TemplateStamp(int layout, String catalogue, String formVersion) {
    /** The layout that is written now. */
    public static final int LAYOUT = 1;

    private static final int ROW = 3;
    private static final Pattern PATTERN = Pattern.compile("模板版式 (\\d{1,4}),目录 ([a-z0-9-]+),表样 ([0-9a-f]{8})");

    /** The stamp as it is written. */
    public String text() {
        return "模板版式 %d,目录 %s,表样 %s".formatted(layout, catalogue, formVersion);
    }

    /** The stamp of a sheet; empty if it has none, such as a sheet that was made by hand. */
    static Optional<TemplateStamp> of(Sheet sheet) {
        Matcher matcher = PATTERN.matcher(sheet.row(ROW).text(0));
        return matcher.find()
                ? Optional.of(new TemplateStamp(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
