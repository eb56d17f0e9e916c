package io.lijevak.deals;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a picture to a measure: makes a task for each deal of a filter, such as a number of the funnel. */
@Component
public class RemindOfDeals {
    /** The most deals at once. */
    public static final int MOST = 500;

    private final DealList list;
    private final List<Reminders> reminders;

    RemindOfDeals(DealList list, List<Reminders> reminders) {
        this.list = list;
        this.reminders = reminders;
    }

    /** Gives each deal's responsible person the task, the user those of nobody; refuses too many deals, and none. */
    @Transactional
    public int of(DealFilter filter, @Nullable String title, @Nullable LocalDate due, CurrentUser user) {
        if (title == null || title.isBlank()) {
            throw InvalidInput.at("note", "platform.problem.required");
        }
        if (due == null) {
            throw InvalidInput.at("due", "platform.problem.required");
        }
        var deals = list.page(filter, "newest", null, MOST + 1, user).items();
        if (deals.isEmpty() || deals.size() > MOST) {
            throw InvalidInput.at("note", "deals.error.remind", MOST);
        }
        for (var deal : deals) {
            var executor =
                    deal.responsible() == null ? user.id() : deal.responsible().id();
            reminders.forEach(desk -> desk.remind(new DealId(deal.id()), title.strip(), executor, due, user));
        }
        return deals.size();
    }
}
