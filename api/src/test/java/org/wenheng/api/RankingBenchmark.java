package org.wenheng.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long a running server takes to answer: {@code java api/src/test/java/org/wenheng/api/RankingBenchmark.java URL...},
 * one line of a table for each address. Needs nothing but the JDK.
 */
final class RankingBenchmark {
    private static final int WARM_UP = 500;
    private static final int MEASURED = 1000;

    private RankingBenchmark() {}

    public static void main(String[] addresses) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        System.out.printf(
                Locale.ROOT,
                "%d processors, %s %s, Java %s%n| address | median ms | 95 %% ms |%n|---|--:|--:|%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        for (String address : addresses) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            for (int i = 0; i < WARM_UP; i++) {
                millis(client, request);
            }
            double[] millis = new double[MEASURED];
            for (int i = 0; i < MEASURED; i++) {
                millis[i] = millis(client, request);
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f |%n",
                    request.uri().getPath(),
                    millis[MEASURED / 2],
                    millis[MEASURED * 95 / 100]);
        }
    }

    private static double millis(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IOException(request.uri() + " answered " + status);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
