package io.lijevak.operations;

import io.lijevak.platform.HomeFolder;
import org.springframework.stereotype.Component;

/** The password of all demo people, different in every installation; kept in the home folder to be shown again. */
@Component
public class DemoPassword {
    private final HomeFolder home;

    DemoPassword(HomeFolder home) {
        this.home = home;
    }

    /** Short enough to be typed from a screen: three groups of four. */
    public String value() {
        var secret = home.secret("demo.password");
        return secret.substring(0, 4) + "-" + secret.substring(4, 8) + "-" + secret.substring(8, 12);
    }
}
