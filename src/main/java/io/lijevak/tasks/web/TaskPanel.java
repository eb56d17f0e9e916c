package io.lijevak.tasks.web;

import io.lijevak.tasks.TasksOf;

/**
 * The card of the tasks of a deal or customer.
 *
 * @param list the parameter that names the record in the list of tasks, such as {@code deal=7}
 * @param page address of the record's page
 * @param open whether the deal is open, so that it lacks a next step without tasks
 */
public record TaskPanel(TasksOf.Card card, String list, String page, boolean deal, boolean open) {
    /** What a new task about the record starts with. */
    public String about() {
        return list + "&" + back();
    }

    public String back() {
        return "back=" + page;
    }
}
