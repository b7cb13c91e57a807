package org.wenheng.ingest.answer;

import static org.wenheng.ingest.template.FilledTemplate.JILIN;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.wenheng.ingest.submission.Intake;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.SentFile;
import org.wenheng.ingest.submission.Submission;

/**
 * How long a county's yearly workbook with twenty mistakes takes from its bytes to the bytes of the answer, the checks
 * included. A main program on the class path of the tests, with {@code -Dwenheng.home=<root of the project>}; one line of
 * a table for each step.
 */
final class AnswerBenchmark {
    private static final int WARM_UP = 30;
    private static final int MEASURED = 50;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnswerBenchmark() {}

    public static void main(String[] arguments) {
        SentFile file = SentFile.of("planted.xlsx", PlantedWorkbook.withMistakes());
        Intake intake = new Intake(JILIN, null, PlantedWorkbook.RECEIVED);
        double[] checks = new double[MEASURED];
        double[] answers = new double[MEASURED];
        double[] both = new double[MEASURED];
        double[] processor = new double[MEASURED];
        long cells = 0;
        long bytes = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long startProcessor = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Submission submission = intake.take(file, Known.NOTHING);
            long checked = System.nanoTime();
            Answer answer = Answer.of(submission);
            long end = System.nanoTime();
            cells = submission.ledger().read();
            bytes = answer.workbook().length;
            if (i >= 0) {
                checks[i] = (checked - start) / 1e6;
                answers[i] = (end - checked) / 1e6;
                processor[i] = (THREADS.getCurrentThreadCpuTime() - startProcessor) / 1e6;
                both[i] = (end - start) / 1e6;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d processors, %s %s, Java %s; %d values, %d kB sent, %d kB back%n| step | median ms | 95 %% ms |%n|---|--:|--:|%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                cells,
                file.bytes().length / 1024,
                bytes / 1024);
        print("read and check", checks);
        print("answer", answers);
        print("both", both);
        print("both, processor time", processor);
    }

    private static void print(String step, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, "| %s | %.0f | %.0f |%n", step, millis[MEASURED / 2], millis[MEASURED * 95 / 100]);
    }
}
