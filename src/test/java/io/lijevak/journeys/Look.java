package io.lijevak.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;

/** How a viewer sees a page: language, dark or light, width of the window in CSS pixels. */
record Look(String language, boolean dark, int width) {
    static final Look DESK = new Look("en", false, 1280);
    static final Look PHONE = new Look("en", false, 390);

    /**
     * All twelve by language, the first of each to load pages in. {@code -Dlooks=ru-dark} for those whose name begins
     * so.
     */
    static Stream<List<Look>> chosen() {
        return Stream.of(looks("hr", false, 1280, 390), looks("en", true, 390, 1280), looks("ru", true, 1280, 390))
                .map(looks -> looks.stream().filter(Look::isChosen).toList())
                .filter(looks -> !looks.isEmpty());
    }

    private boolean isChosen() {
        return toString().startsWith(System.getProperty("looks", "").replace("all", ""));
    }

    /** Whether looks were asked for, by name or all. */
    static boolean areNamed() {
        return System.getProperty("looks") != null;
    }

    private static List<Look> looks(String language, boolean dark, int width, int then) {
        return List.of(
                new Look(language, dark, width),
                new Look(language, !dark, width),
                new Look(language, !dark, then),
                new Look(language, dark, then));
    }

    boolean isPhone() {
        return width < 640;
    }

    int height() {
        return isPhone() ? 844 : 900;
    }

    String theme() {
        return dark ? "dark" : "light";
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height())
                .setLocale(language)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setHasTouch(isPhone())
                .setTimezoneId("Europe/Zagreb");
    }

    @Override
    public String toString() {
        return language + (dark ? "-dark-" : "-light-") + width;
    }
}
