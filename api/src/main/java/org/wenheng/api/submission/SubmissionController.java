package org.wenheng.api.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "报送 Submissions")
class SubmissionController {
    private final Submissions submissions;

    SubmissionController(Submissions submissions) {
        this.submissions = submissions;
    }

    @GetMapping("/api/submissions/{catalogue}/{submission}")
    @Operation(summary = "一次报送", description = "A file that was sent, and what became of its cells")
    Submissions.Submission load(@PathVariable String catalogue, @PathVariable String submission) {
        return submissions.load(catalogue, submission);
    }
}
