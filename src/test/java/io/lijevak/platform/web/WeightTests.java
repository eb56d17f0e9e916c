package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a common page makes the browser fetch stays light. */
class WeightTests {
    private static final int KILOBYTE = 1024;

    @Test
    void stylesWeighThirtyKilobytesCompressedAtMost() throws IOException {
        var styles = new PathMatchingResourcePatternResolver().getResources("classpath:static/css/**/*.css");

        assertThat(compressed(List.of(styles))).isLessThan(30 * KILOBYTE);
    }

    @Test
    void scriptsOfEveryPageWeighFortyKilobytesCompressedAtMost() throws IOException {
        var own = new PathMatchingResourcePatternResolver().getResources("classpath:static/js/*.js");
        var htmx = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");

        assertThat(compressed(Stream.concat(Stream.of(own), Stream.of(htmx)).toList()))
                .isLessThan(40 * KILOBYTE);
    }

    @Test
    void everyStyleSheetIsImportedByTheOneThatPagesLoad() throws IOException {
        var main = new ClassPathResource("static/css/app.css").getContentAsString(StandardCharsets.UTF_8);
        for (var folder : List.of("components/", "features/")) {
            for (var sheet : new PathMatchingResourcePatternResolver()
                    .getResources("classpath:static/css/" + folder + "*.css")) {
                assertThat(main).contains(folder + sheet.getFilename());
            }
        }
    }

    private static int compressed(List<Resource> files) throws IOException {
        var bytes = 0;
        for (var file : files) {
            var out = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(out)) {
                zip.write(file.getContentAsByteArray());
            }
            bytes += out.size();
        }
        return bytes;
    }
}
