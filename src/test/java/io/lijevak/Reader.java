package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.lijevak.users.PersonId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens pages and asks the API as a person; an answer other than 200 fails the test. */
@Component
public class Reader {
    private final MockMvc mvc;
    private final World world;

    Reader(MockMvc mvc, World world) {
        this.mvc = mvc;
        this.world = world;
    }

    /** The text of the page, which must be translated. */
    public String page(String address, PersonId person) throws Exception {
        var text = text(address, world.signedInAs(person));
        assertThat(text).doesNotContain("??");
        return text;
    }

    /** The answer of the API. */
    public JsonNode json(String address, PersonId person) throws Exception {
        return JsonMapper.shared().readTree(text(address, world.bearer(person)));
    }

    /** An address out of a page is encoded already. */
    private String text(String address, RequestPostProcessor by) throws Exception {
        var request = address.contains("%") ? get(URI.create(address)) : get(address);
        var answer = mvc.perform(request.with(by)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
