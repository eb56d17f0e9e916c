package io.lijevak.deals;

import io.lijevak.users.CurrentUser;
import java.time.LocalDate;

/** Port: makes a task about a deal; implemented by the module that keeps tasks. */
public interface Reminders {
    void remind(DealId deal, String title, long executor, LocalDate due, CurrentUser user);
}
