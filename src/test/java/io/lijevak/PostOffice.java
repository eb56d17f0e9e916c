package io.lijevak;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.lijevak.mail.MailSettings;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A mail server of the tests at a port of its own, which takes all mail but that to addresses it is told to refuse. */
public final class PostOffice implements AutoCloseable {
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Refusing server;
    private final int port;

    private static final class Refusing extends GreenMail {
        private final Set<String> refused;

        Refusing(ServerSetup setup, Set<String> refused) {
            super(setup);
            this.refused = refused;
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers usual) {
            return super.createServices(setups, new Managers() {
                private final SmtpManager smtp = new SmtpManager(usual.getImapHostManager(), usual.getUserManager()) {
                    @Override
                    public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
                        return refused.contains(to.getEmail()) ? "550 5.1.1 No mailbox " + to.getEmail() : null;
                    }
                };

                @Override
                public SmtpManager getSmtpManager() {
                    return smtp;
                }
            });
        }
    }

    public PostOffice() {
        this(0);
    }

    private PostOffice(int wanted) {
        server = new Refusing(new ServerSetup(wanted, "localhost", ServerSetup.PROTOCOL_SMTP), refused);
        server.start();
        port = server.getSmtp().getPort();
    }

    /** Another one where this was, after it was closed. */
    public PostOffice reopened() {
        return new PostOffice(port);
    }

    public MailSettings settings() {
        return MailSettings.open("localhost", port, "Galeb <crm@galeb.example>", "https://crm.galeb.example");
    }

    /** From now on there is no such mailbox. */
    public void refuse(String address) {
        refused.add(address);
    }

    public void accept(String address) {
        refused.remove(address);
    }

    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void close() {
        server.stop();
    }
}
