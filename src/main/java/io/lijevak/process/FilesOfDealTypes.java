package io.lijevak.process;

import io.lijevak.files.FileOwner;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The files of instructions belong to their deal type. Whoever may see deals, their tasks or processes at all may read
 * how work is done; they hold nothing of any customer.
 */
@Component
class FilesOfDealTypes implements FileOwner {
    static final String KIND = "deal_type";
    private final DealTypes types;

    FilesOfDealTypes(DealTypes types) {
        this.types = types;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void require(long id, Action action, CurrentUser user) {
        types.require(new DealTypeId(id));
        if (!allows(id, action, user)) {
            throw new AccessDeniedException("PROCESS." + action);
        }
    }

    @Override
    public boolean allows(long id, Action action, CurrentUser user) {
        return user.may(Resource.PROCESS, action)
                || action == Action.VIEW
                        && (user.may(Resource.DEAL, Action.VIEW) || user.may(Resource.TASK, Action.VIEW));
    }

    @Override
    public String path(long id) {
        return "/settings/deal-types/" + id;
    }
}
