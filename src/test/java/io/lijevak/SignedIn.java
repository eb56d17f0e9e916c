package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody signed in who opens pages and sends forms. */
public record SignedIn(MockMvc mvc, RequestPostProcessor who) {
    /** The page that the request is answered with. */
    public String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = send(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    public MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(who)).andReturn().getResponse();
    }

    public static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
