package org.wenheng.ingest.answer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.submission.Submission;
import org.wenheng.ingest.workbook.WorkbookBytes;

/** Chooses what the sender gets back and puts the parts together. */
final class AnswerWorkbook {
    /** Bytes from which on only the rows with findings go back. */
    private static final int BIG_FILE = 20 * 1024 * 1024;

    private static final int BIG_ROWS = 100_000;
    /** Cells that a workbook in memory may have: about half a gigabyte. */
    private static final long BIG_CELLS = 500_000;

    private AnswerWorkbook() {}

    /** @param readable whether the file could be read; otherwise the answer has no data */
    static byte[] of(Submission submission, boolean readable, List<Sheet> sheets, Marks marks) {
        byte[] sent = submission.file().bytes();
        if (!readable) {
            return written(new XSSFWorkbook(), submission, marks, SheetNames.NONE, Map.of(), Kind.UNREADABLE);
        }
        if (isBig(sent, sheets)) {
            XSSFWorkbook workbook = new XSSFWorkbook();
            SheetNames names = RowSheets.write(workbook, sheets, marks);
            return written(workbook, submission, marks, names, Map.of(), Kind.ROWS);
        }
        // A workbook may be readable for the intake and not for the library that changes it; then its texts go back.
        return own(submission, marks).orElseGet(() -> {
            XSSFWorkbook workbook = new XSSFWorkbook();
            SheetNames names = TextSheets.write(workbook, sheets);
            new Markers(workbook, names).mark(marks.all());
            return written(workbook, submission, marks, names, Map.of(), Kind.TEXTS);
        });
    }

    private static Optional<byte[]> own(Submission submission, Marks marks) {
        byte[] sent = submission.file().bytes();
        if (sent.length < 2 || sent[0] != 'P' || sent[1] != 'K') {
            return Optional.empty();
        }
        try {
            XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent));
            if (workbook.isMacroEnabled()) {
                workbook.setWorkbookType(XSSFWorkbookType.XLSX);
            }
            EarlierAnswer.remove(workbook);
            SentCells.neutralise(workbook);
            Map<String, String> before = new Markers(workbook, SheetNames.SAME).mark(marks.all());
            return Optional.of(written(workbook, submission, marks, SheetNames.SAME, before, Kind.OWN));
        } catch (IOException | RuntimeException e) {
            // The library reports parts it does not understand with several kinds of exception; all mean the same here.
            return Optional.empty();
        }
    }

    private static byte[] written(
            XSSFWorkbook opened,
            Submission submission,
            Marks marks,
            SheetNames names,
            Map<String, String> coloursBefore,
            Kind kind) {
        try (XSSFWorkbook workbook = opened) {
            FindingsSheet.write(workbook, marks, names, coloursBefore);
            SummarySheet.write(workbook, submission, marks, kind);
            return WorkbookBytes.of(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be closed", e);
        }
    }

    private static boolean isBig(byte[] sent, List<Sheet> sheets) {
        long rows = sheets.stream().mapToLong(sheet -> sheet.rows().size()).sum();
        long cells = sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .mapToLong(row -> row.texts().size())
                .sum();
        return sent.length > BIG_FILE || rows > BIG_ROWS || cells > BIG_CELLS;
    }

    /** What the data in an answer are. */
    enum Kind {
        OWN("这是您发来的工作簿;问题已在原单元格标出", "This is the workbook you sent; every problem is marked at its cell"),
        TEXTS(
                "这是您发来的文件的内容,单元格位置不变;问题已在单元格标出",
                "This is what your file holds, at the same addresses; every problem is marked at its cell"),
        ROWS(
                "文件较大,这里只列出有问题的行,A 列是原行号;请在原文件中修改",
                "The file is big: only rows with problems are shown, column A is the row in your file; correct the file itself"),
        UNREADABLE("文件无法读取,原因见审核结果", "The file could not be read; see the findings for the reason");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String chinese() {
            return chinese;
        }

        String english() {
            return english;
        }
    }
}
