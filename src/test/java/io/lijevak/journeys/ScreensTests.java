package io.lijevak.journeys;

import io.lijevak.World;
import io.lijevak.users.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Pictures of pages to look at, into {@code target/screenshots}: {@code mvn test -Dtest=ScreensTests -Dscreens=/deals};
 * {@code /deals!#more} presses an element first.
 */
@Journey
@EnabledIfSystemProperty(named = "screens", matches = ".+")
class ScreensTests {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    @Test
    void takesAPictureOfEachPageInEachLook() {
        world.reset();
        var session = world.session(world.person("Ana Marušić", Role.ADMINISTRATOR));
        for (var dark : new boolean[] {false, true}) {
            for (var width : new int[] {1280, 390}) {
                var look = new Look("en", dark, width);
                try (var visitor = Browser.visit(port, look).as(session)) {
                    for (var path : System.getProperty("screens").split(",")) {
                        var parts = path.split("!");
                        visitor.open(parts[0]);
                        if (parts.length > 1) {
                            visitor.page().locator(parts[1]).first().click();
                            visitor.page().waitForTimeout(600);
                        }
                        visitor.screenshot(path.replaceAll("[^a-zA-Z]+", "-") + "-" + look);
                    }
                }
            }
        }
    }
}
