package org.wenheng.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer carries, and how the API describes itself. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    /** Scripts and styles come from this server only, none stands in a page. */
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Swagger UI styles its elements inline. */
    private static final String SWAGGER = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    @Bean
    OncePerRequestFilter securityHeaders() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                boolean swagger = request.getRequestURI().startsWith(request.getContextPath() + "/swagger-ui");
                response.setHeader("Content-Security-Policy", swagger ? SWAGGER : STRICT);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Referrer-Policy", "same-origin");
                chain.doFilter(request, response);
            }
        };
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("文衡 Wenheng")
                        .version("1")
                        .description("已发布的公共文化服务考核结果：得分、位次、分值构成和数据来源。"
                                + " Published assessment results of public cultural services:"
                                + " scores, ranks, contributions and the cells they rest on.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }
}
