package io.lijevak.platform.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes PDF of templates. They are XHTML without styles: these, and fonts with Latin, Greek and Cyrillic letters, are
 * those of {@code print/}. One at a time, so that several large ones do not fill the memory.
 */
@Component
class Printer {
    private static final String FAMILY = "DejaVu Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /** What XML cannot hold, such as a bell in a pasted name. */
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final TemplateEngine engine;
    private final Semaphore press = new Semaphore(1);

    Printer(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The pages of a template, given its parameters. */
    byte[] pdf(String template, Map<String, Object> model) {
        var html = new StringOutput();
        engine.render(template + ".jte", model, html);
        press.acquireUninterruptibly();
        try {
            return pages(UNSPEAKABLE.matcher(html.toString()).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            press.release();
        }
    }

    private static byte[] pages(String html) throws IOException {
        XRLog.setLoggingEnabled(false);
        var out = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFastMode()
                .useFont(() -> file("DejaVuSansCondensed.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> file("DejaVuSansCondensed-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withProducer("Lijevak")
                .withHtmlContent(html.replace("</head>", "<style>" + styles() + "</style></head>"), null)
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private static String styles() throws IOException {
        try (var css = file("print.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(Printer.class.getResourceAsStream("/print/" + name), name);
    }
}
