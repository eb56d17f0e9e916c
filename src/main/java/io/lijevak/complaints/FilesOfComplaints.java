package io.lijevak.complaints;

import io.lijevak.files.FileOwner;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see and attach the files of a complaint: whoever may see and edit the complaint. */
@Component
class FilesOfComplaints implements FileOwner {
    private final Complaints complaints;

    FilesOfComplaints(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public String kind() {
        return ComplaintJournal.KIND;
    }

    @Override
    public void require(long id, Action action, CurrentUser user) {
        if (!allows(id, action, user)) {
            throw new AccessDeniedException("COMPLAINT." + action);
        }
    }

    @Override
    public boolean allows(long id, Action action, CurrentUser user) {
        var one = complaints.find(new ComplaintId(id));
        return action == Action.VIEW
                ? one.isSeenBy(user)
                : user.can(Resource.COMPLAINT, action, one.fields().responsible());
    }

    @Override
    public String path(long id) {
        return "/complaints/" + id;
    }
}
