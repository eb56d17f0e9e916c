package io.lijevak.properties.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldChips;
import io.lijevak.properties.FieldList;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The pages that are narrowed by fields, by their names. */
@Component
class FieldLists {
    private final List<FieldList> lists;

    FieldLists(List<FieldList> lists) {
        this.lists = lists;
    }

    /** The list of a name, which the user must be allowed to open. */
    FieldList require(String name, CurrentUser user) {
        var found = lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("list", name));
        if (!found.visible().test(user)) {
            throw new AccessDeniedException(name);
        }
        return found;
    }

    /** The address of the list from its beginning, without the parameters of a form. */
    PageLink state(FieldList list, Map<String, String> parameters, String... without) {
        return FieldChips.beginning(new PageLink(list.address(), parameters).without(without));
    }
}
