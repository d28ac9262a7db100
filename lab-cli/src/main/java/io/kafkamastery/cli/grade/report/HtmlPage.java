package io.kafkamastery.cli.grade.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A page that needs nothing but itself, and that runs no script except its own, whatever text is on it. */
final class HtmlPage {

    private static final String TEMPLATE = "page.html";
    private static final int NONCE_BYTES = 16;

    private HtmlPage() {}

    /** @param title plain text */
    static String of(String title, String body) {
        return of(title, body, "");
    }

    static String of(String title, String body, String script) {
        byte[] random = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        String tail = script.isEmpty() ? "" : "\n<script nonce=\"" + nonce + "\">\n" + script + "</script>";
        return template()
                .replace("{{nonce}}", nonce)
                .replace("{{title}}", PlainText.html(title))
                .replace("{{body}}", body + tail); // last: nothing in it is taken for a place of the template's
    }

    private static String template() {
        try (InputStream file = HtmlPage.class.getResourceAsStream(TEMPLATE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
