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
     * Every language at every width, three times light and three times dark, for what a language does to a page does not
     * depend on its colours; {@code -Dlooks=all} for all twelve, {@code -Dlooks=ru-dark} for those whose name begins so.
     */
    static Stream<Look> chosen() {
        var wanted = System.getProperty("looks", "");
        return List.of("hr", "en", "ru").stream()
                .flatMap(language -> Stream.of(false, true)
                        .flatMap(dark -> Stream.of(1280, 390).map(width -> new Look(language, dark, width))))
                .filter(look -> wanted.isEmpty()
                        ? look.dark() == (look.isPhone() != look.language().equals("en"))
                        : wanted.equals("all") || look.toString().startsWith(wanted));
    }

    boolean isPhone() {
        return width < 640;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, isPhone() ? 844 : 900)
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
