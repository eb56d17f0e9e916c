package io.lijevak.process;

import io.lijevak.platform.Languages;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the names in an uploaded file may mean now. */
@Component
class BpmnDictionary {
    private final Stages stages;
    private final Texts texts;
    private final JdbcClient jdbc;

    BpmnDictionary(Stages stages, Texts texts, JdbcClient jdbc) {
        this.stages = stages;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    BpmnNames names() {
        var roles = new HashMap<String, Role>();
        for (var role : Role.values()) {
            roles.put(BpmnNames.fold(role.name()), role);
            Languages.ALL.forEach(
                    language -> roles.put(BpmnNames.fold(texts.get(language, "users.value.role." + role)), role));
        }
        var people = jdbc.sql("select id from person where deactivated_at is null")
                .query(Long.class)
                .list();
        return new BpmnNames(
                stages.active().stream()
                        .collect(Collectors.toMap(stage -> stage.id().value(), Stage::name)),
                roles,
                new HashSet<>(people));
    }
}
