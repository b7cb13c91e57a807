package org.wenheng.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Answers every failure: below {@code /api} with RFC 9457 problem details, elsewhere with a page. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private record Answer(HttpStatusCode status, String code, String chinese, String english) {}

    @ExceptionHandler
    Object onProblem(RequestProblem problem, HttpServletRequest request) {
        return answer(request, new Answer(problem.status(), problem.code(), problem.chinese(), problem.english()));
    }

    @ExceptionHandler
    Object onWrongType(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return answer(
                request,
                new Answer(
                        HttpStatus.BAD_REQUEST,
                        "PARAMETER_INVALID",
                        "参数 %s 的值“%s”无法读取，应为整数".formatted(mismatch.getName(), mismatch.getValue()),
                        "Invalid %s: %s (expected: a whole number)"
                                .formatted(mismatch.getName(), mismatch.getValue())));
    }

    /** What Spring itself refuses (unknown path, wrong method) keeps its status; anything else is our fault. */
    @ExceptionHandler
    Object onFailure(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse refused) {
            return answer(request, refusal(refused.getStatusCode(), request));
        }
        LOG.error("Cannot answer {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                request,
                new Answer(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_FAILURE",
                        "系统内部出错，已记入日志。请稍后再试，仍不成功请联系管理员",
                        "Something failed inside; it stands in the log. Try again later, then tell the administrator"));
    }

    private static Answer refusal(HttpStatusCode status, HttpServletRequest request) {
        String what = request.getMethod() + " " + request.getRequestURI();
        return switch (status.value()) {
            case 404 ->
                new Answer(
                        status,
                        "PATH_UNKNOWN",
                        "没有这个地址：%s。请从首页 / 进入，接口说明见 /swagger-ui/index.html".formatted(request.getRequestURI()),
                        "No such path: %s. Start from /, or see /swagger-ui/index.html for the API"
                                .formatted(request.getRequestURI()));
            case 405 ->
                new Answer(
                        status,
                        "METHOD_NOT_ALLOWED",
                        "不支持该请求方式：" + what + "。这里只能读取（GET）",
                        "Not supported: " + what + ". Only GET is");
            default -> new Answer(status, "REQUEST_REFUSED", "无法处理该请求：" + what, "Cannot answer this request: " + what);
        };
    }

    private static Object answer(HttpServletRequest request, Answer answer) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api")) {
            ProblemDetail detail =
                    ProblemDetail.forStatusAndDetail(answer.status(), answer.chinese() + " / " + answer.english());
            detail.setProperty("code", answer.code());
            detail.setProperty("detailZh", answer.chinese());
            detail.setProperty("detailEn", answer.english());
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(detail);
        }
        return new ModelAndView("problem", Map.of("problem", answer), answer.status());
    }
}
