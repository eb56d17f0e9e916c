package io.lijevak.customers.web;

import io.lijevak.customers.ArchiveCustomer;
import io.lijevak.customers.CustomerId;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a customer into the archive and takes it out again. */
@Controller
class CustomerArchiveController {
    private final ArchiveCustomer archive;
    private final CustomerPages pages;

    CustomerArchiveController(ArchiveCustomer archive, CustomerPages pages) {
        this.archive = archive;
        this.pages = pages;
    }

    @PostMapping("/customers/{id}/archive")
    @Allow(resource = Resource.CUSTOMER, action = Action.ARCHIVE)
    String archive(@PathVariable CustomerId id, CurrentUser user, RedirectAttributes redirect) {
        archive.archive(id, user);
        redirect.addFlashAttribute(
                "toast", pages.toast(user, "customers.toast.archived", "/customers/" + id + "/restoration"));
        return "redirect:/customers/" + id;
    }

    @PostMapping("/customers/{id}/restoration")
    @Allow(resource = Resource.CUSTOMER, action = Action.ARCHIVE)
    String restore(@PathVariable CustomerId id, CurrentUser user, RedirectAttributes redirect) {
        archive.restore(id, user);
        redirect.addFlashAttribute("toast", pages.toast(user, "customers.toast.restored"));
        return "redirect:/customers/" + id;
    }
}
