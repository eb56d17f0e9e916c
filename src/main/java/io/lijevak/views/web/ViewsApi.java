package io.lijevak.views.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.SignedIn;
import io.lijevak.views.Audience;
import io.lijevak.views.KeepViews;
import io.lijevak.views.SavedView;
import io.lijevak.views.SavedViews;
import io.lijevak.views.ViewDays;
import io.lijevak.views.ViewDraft;
import io.lijevak.views.ViewPages;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views over the API. */
@RestController
@RequestMapping("/api/v1/views")
class ViewsApi {
    private final SavedViews views;
    private final KeepViews keep;
    private final ViewPages pages;

    ViewsApi(SavedViews views, KeepViews keep, ViewPages pages) {
        this.views = views;
        this.keep = keep;
        this.pages = pages;
    }

    /** The views that the caller may open. */
    record ViewList(List<ViewJson> items) {}

    /** A view; {@code address} is what it asks today, {@code period} the named period that takes the place of its days. */
    record ViewJson(
            long id,
            int version,
            String page,
            String name,
            String address,
            ViewDays days,
            @Nullable String period,
            Owner owner,
            Audience audience,
            @Nullable Long team,
            boolean usual,
            boolean usualForAll) {
        /** Whose view it is. */
        record Owner(long id, String name) {}

        static ViewJson of(SavedView view, LocalDate today) {
            return new ViewJson(
                    view.id(),
                    view.version(),
                    view.page(),
                    view.name(),
                    view.address(today),
                    view.days(),
                    view.period(),
                    new Owner(view.owner(), view.ownerName()),
                    view.audience(),
                    view.team(),
                    view.usual(),
                    view.usualForAll());
        }
    }

    /**
     * A view to be saved: {@code address} is a page with its parameters; {@code days} MOVING (usual) or FIXED. A change
     * says the version it changes, and leaves the question as it is without an address.
     */
    record ViewBody(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String address,
            @Nullable ViewDays days,
            @Nullable Audience audience,
            @Nullable Long team) {
        ViewDraft draft() {
            return new ViewDraft(
                    Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(audience, Audience.OWNER), team);
        }
    }

    /** The views that the caller may open, of one page or of all. */
    @GetMapping
    @SignedIn
    ViewList list(@RequestParam(required = false) @Nullable String page, CurrentUser user) {
        var today = pages.today();
        return new ViewList((page == null ? views.all(user) : views.of(page, user))
                .stream()
                        .filter(view -> pages.isOpen(view.page(), user))
                        .map(view -> ViewJson.of(view, today))
                        .toList());
    }

    @GetMapping("/{id}")
    @SignedIn
    ViewJson view(@PathVariable long id, CurrentUser user) {
        var view = views.require(id, user);
        pages.require(view.page(), user);
        return ViewJson.of(view, pages.today());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @SignedIn
    ViewJson save(@RequestBody ViewBody body, CurrentUser user) {
        var address = InvalidInput.required("address", body.address());
        var asked = ViewAddress.of(address);
        var days = Objects.requireNonNullElse(body.days(), ViewDays.MOVING);
        return view(keep.save(asked.page(), asked.question(), days, body.draft(), user), user);
    }

    @PutMapping("/{id}")
    @SignedIn
    ViewJson change(@PathVariable long id, @RequestBody ViewBody body, CurrentUser user) {
        var version = InvalidInput.required("version", body.version());
        var view = views.require(id, user);
        if (body.address() == null) {
            keep.change(id, version, body.draft(), user);
            return view(id, user);
        }
        var asked = ViewAddress.of(body.address());
        if (!asked.page().equals(view.page())) {
            throw InvalidInput.at("address", "views.problem.page", view.page());
        }
        var days = Objects.requireNonNullElse(body.days(), view.days());
        keep.replace(id, version, body.draft(), asked.question(), days, user);
        return view(id, user);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void remove(@PathVariable long id, CurrentUser user) {
        keep.remove(id, user);
    }
}
