package io.lijevak.platform.web;

import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.Viewer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rail entries and quick actions that the modules contribute, cut to what a viewer may use. */
@Component
class Menus {
    private final List<Navigation> entries;
    private final List<QuickAction> actions;
    private final List<ViewPage> pages;

    Menus(List<Navigation> entries, List<QuickAction> actions, List<ViewPage> pages) {
        this.pages = List.copyOf(pages);
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(Navigation::order))
                .toList();
        this.actions = actions.stream()
                .sorted(Comparator.comparingInt(QuickAction::order))
                .toList();
    }

    /** The page at the path, when it can be kept under a name and the viewer may open it. */
    Optional<ViewPage> page(String path, Viewer viewer) {
        return pages.stream()
                .filter(page -> page.address().equals(path) && page.visible().test(viewer))
                .findFirst();
    }

    Menu of(Viewer viewer) {
        return Menu.of(
                entries.stream().filter(entry -> entry.visible().test(viewer)).toList(),
                actions.stream().filter(action -> action.visible().test(viewer)).toList());
    }

    /** The key after G that opens each entry: the first free letter of its address. */
    private static Map<String, String> keys(List<Navigation> entries) {
        var taken = new HashSet<Character>();
        var keys = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            entry.href()
                    .chars()
                    .mapToObj(letter -> (char) letter)
                    .filter(letter -> letter >= 'a' && letter <= 'z' && !taken.contains(letter))
                    .findFirst()
                    .ifPresent(letter -> {
                        taken.add(letter);
                        keys.put(entry.href(), letter.toString());
                    });
        }
        return keys;
    }

    /** What one viewer may open and start, and the key after G of each entry by its address. */
    record Menu(List<Navigation> entries, List<QuickAction> actions, Map<String, String> keys) {
        static final Menu NONE = new Menu(List.of(), List.of(), Map.of());

        static Menu of(List<Navigation> entries, List<QuickAction> actions) {
            return new Menu(entries, actions, Menus.keys(entries));
        }
    }
}
