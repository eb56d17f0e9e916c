package io.lijevak.mail;

import io.lijevak.platform.MailAddress;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mail server of the settings, {@code LIJEVAK_MAIL_*}; without a host nothing can be sent.
 *
 * @param from whom mail comes from
 * @param site where people find this installation, without a slash at the end
 */
@Component
public record MailSettings(Server server, Login login, MailAddress from, String site) {
    /** How the connection is kept from others' eyes. */
    public enum Security {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** Where the server listens. */
    public record Server(String host, int port, Security security) {}

    /** Who signs in there; an empty name: nobody. */
    record Login(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Autowired
    MailSettings(
            @Value("${lijevak.mail.host:}") String host,
            @Value("${lijevak.mail.port:}") String port,
            @Value("${lijevak.mail.security:}") String security,
            @Value("${lijevak.mail.username:}") String name,
            @Value("${lijevak.mail.password:}") String password,
            @Value("${lijevak.mail.from:}") String from,
            @Value("${lijevak.public-url:}") String site) {
        this(server(host, port, security), new Login(name, password), MailAddress.of(from), site.replaceAll("/+$", ""));
    }

    /** A server that asks for no name, such as one of the own network. */
    public static MailSettings open(String host, int port, String from, String site) {
        return new MailSettings(new Server(host, port, Security.NONE), new Login("", ""), MailAddress.of(from), site);
    }

    private static Server server(String host, String port, String security) {
        var safety = security.isBlank() ? Security.STARTTLS : Security.valueOf(security.toUpperCase(Locale.ROOT));
        return new Server(host, port.isBlank() ? safety.usualPort : Integer.parseInt(port), safety);
    }

    public boolean areGiven() {
        return !server.host().isBlank();
    }

    /** The whole address of a page, such as {@code /views/7}. */
    public String link(String path) {
        return site + path;
    }
}
