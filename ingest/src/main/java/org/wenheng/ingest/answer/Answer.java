package org.wenheng.ingest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.submission.Submission;

/**
 * The answer to a sender. The same submission gives the same bytes.
 *
 * @param workbook an Office Open XML workbook: the sender's own with every problem coloured and explained at its cell, or
 *     the texts of a file of another format with the same addresses, or of a big file the rows with problems; behind the
 *     data the sheets {@code 审核结果} and {@code 审核摘要}
 * @param json the same for programs, UTF-8; see {@link AnswerJson}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be written, never compared
public record Answer(byte[] workbook, byte[] json) {

    /** The answer to forms. */
    public static Answer of(Submission submission) {
        return of(submission, null);
    }

    /**
     * The answer to a file of any kind.
     *
     * @param declaredEncoding what the source declares for text files; null if it declares nothing
     */
    public static Answer of(Submission submission, @Nullable String declaredEncoding) {
        Content content = Content.of(submission.file().name(), submission.file().bytes(), declaredEncoding);
        List<Sheet> sheets = OwnSheets.dataOf(content.sheets());
        Marks marks = Marks.of(submission.findings(), sheets);
        return new Answer(
                AnswerWorkbook.of(submission, content.fault() == null, sheets, marks),
                AnswerJson.of(submission, marks));
    }
}
