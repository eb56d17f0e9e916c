package io.lijevak.deals;

import io.lijevak.files.FileOwner;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Component;

/** Who may see and attach the files of a deal: whoever may see and edit the deal. */
@Component
class FilesOfDeals implements FileOwner {
    private final Deals deals;

    FilesOfDeals(Deals deals) {
        this.deals = deals;
    }

    @Override
    public String kind() {
        return "deal";
    }

    @Override
    public void require(long id, Action action, CurrentUser user) {
        user.require(Resource.DEAL, action, deals.require(new DealId(id)).responsible());
    }

    @Override
    public boolean allows(long id, Action action, CurrentUser user) {
        return user.can(Resource.DEAL, action, deals.require(new DealId(id)).responsible());
    }

    @Override
    public String path(long id) {
        return "/deals/" + id;
    }
}
