package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.answer.Answer;
import org.wenheng.ingest.submission.Submission;

/**
 * Writes the answers of a collection into a folder: {@code <file name>.answer.xlsx} and {@code .answer.json}. Of several
 * files with one name the first gets it, the others have the number of their submission before {@code .answer}.
 */
final class AnswerFolder implements Consumer<Submission> {
    private final Path folder;
    private final @Nullable String declaredEncoding;
    private final Set<String> written = new HashSet<>();

    private AnswerFolder(Path folder, @Nullable String declaredEncoding) {
        this.folder = folder;
        this.declaredEncoding = declaredEncoding;
    }

    /**
     * Where the answers of a collection go.
     *
     * @param folder made if it is not there; null if nobody wants answers
     * @param declaredEncoding what the source declares for text files; null if it declares nothing
     */
    static Consumer<Submission> of(@Nullable Path folder, @Nullable String declaredEncoding) {
        return folder == null ? submission -> {} : new AnswerFolder(folder, declaredEncoding);
    }

    @Override
    public void accept(Submission submission) {
        Answer answer = Answer.of(submission, declaredEncoding);
        // A file of an archive is named after it; its answer stands beside the others.
        String name = submission.file().name().replace('/', '-');
        // Names that differ only in case are one file on some systems.
        String own = written.add(name.toLowerCase(Locale.ROOT)) ? name : name + "." + submission.id();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(own + ".answer.xlsx"), answer.workbook());
            Files.write(folder.resolve(own + ".answer.json"), answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the answer to " + name, e);
        }
    }
}
