package org.wenheng.api;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Serves published scores over HTTP. Everything it shows stands in the mart; it computes no score itself. */
@SpringBootApplication
public class ApiApplication {
    /** Starts the server; options are Spring properties such as {@code --server.port=8081}. */
    public static void main(String[] arguments) {
        SpringApplication.run(ApiApplication.class, arguments);
    }

    /** Says where the pages are, once they can be opened. */
    @EventListener
    void announce(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            LoggerFactory.getLogger(ApiApplication.class)
                    .info("打开 http://localhost:{} / Open http://localhost:{}", port, port);
        }
    }
}
