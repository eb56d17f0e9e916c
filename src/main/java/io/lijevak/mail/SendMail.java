package io.lijevak.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands letters to the mail server, and remembers how that went. */
@Component
public class SendMail {
    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);
    private static final String PATIENCE = "20000";
    private static final int FOR_GOOD = 500;

    private final MailSettings settings;
    private final MailRecord record;

    public SendMail(MailSettings settings, MailRecord record) {
        this.settings = settings;
        this.record = record;
    }

    public MailSettings settings() {
        return settings;
    }

    /** Sends it now, which may take as long as the server lets one wait. */
    public Outcome send(Letter letter) {
        var outcome = attempt(letter);
        switch (outcome) {
            case Outcome.Sent sent -> record.sent(letter.to());
            case Outcome.Refused refused -> record.refused(letter.to(), refused.words());
            case Outcome.Failed failed -> record.failed(failed.words());
        }
        if (!(outcome instanceof Outcome.Sent)) {
            LOG.warn("mail {} was not sent: {}", letter.key(), outcome);
        }
        return outcome;
    }

    private Outcome attempt(Letter letter) {
        try {
            var session = Session.getInstance(properties());
            hand(message(letter, session), session);
            return new Outcome.Sent();
        } catch (AddressException | UnsupportedEncodingException unwritable) {
            return new Outcome.Refused(words(unwritable));
        } catch (MessagingException e) {
            return outcome(e);
        }
    }

    private void hand(MimeMessage message, Session session) throws MessagingException {
        try (var transport = session.getTransport("smtp")) {
            message.saveChanges();
            var login = settings.login();
            var name = login.name().isBlank() ? null : login.name();
            transport.connect(
                    settings.server().host(), settings.server().port(), name, name == null ? null : login.password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties properties() {
        var security = settings.server().security();
        var properties = new Properties();
        put(properties, "smtp.connectiontimeout", PATIENCE);
        put(properties, "smtp.timeout", PATIENCE);
        put(properties, "smtp.writetimeout", PATIENCE);
        put(properties, "smtp.ssl.checkserveridentity", "true");
        put(properties, "smtp.ssl.enable", String.valueOf(security == MailSettings.Security.TLS));
        put(properties, "smtp.starttls.enable", String.valueOf(security == MailSettings.Security.STARTTLS));
        put(properties, "smtp.starttls.required", String.valueOf(security == MailSettings.Security.STARTTLS));
        return properties;
    }

    private static void put(Properties properties, String name, String value) {
        properties.put("mail." + name, value);
    }

    private MimeMessage message(Letter letter, Session session)
            throws MessagingException, UnsupportedEncodingException {
        var message = new KeyedMessage(session, letter.key(), settings.from().address());
        var writing = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        var from = settings.from();
        writing.setFrom(new InternetAddress(from.address(), from.name(), StandardCharsets.UTF_8.name()));
        writing.setTo(new InternetAddress(letter.to(), true));
        writing.setSubject(letter.subject());
        writing.setText(letter.text(), letter.html());
        for (var attachment : letter.attachments()) {
            writing.addAttachment(
                    attachment.name(), new ByteArrayResource(attachment.content()), attachment.mediaType());
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.stop() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /** The server's words are in the chain of exceptions; of the address only what it says of it in particular. */
    private static Outcome outcome(MessagingException e) {
        for (Exception cause = e; cause instanceof MessagingException one; cause = one.getNextException()) {
            var code = codeOfTheLetter(one);
            if (code >= FOR_GOOD) {
                return new Outcome.Refused(words(one));
            }
        }
        return new Outcome.Failed(words(e));
    }

    /** What the server answered to the recipient or the content; 0 for what no other letter would change. */
    private static int codeOfTheLetter(MessagingException e) {
        if (e instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (e instanceof SMTPSendFailedException refused) {
            var command = String.valueOf(refused.getCommand());
            return command.startsWith("DATA") || command.equals(".") ? refused.getReturnCode() : 0;
        }
        return 0;
    }

    private static String words(Exception e) {
        var words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        return words.length() > 300 ? words.substring(0, 300) + "…" : words;
    }

    /** A message whose Message-ID is that of its key. */
    private static final class KeyedMessage extends MimeMessage {
        private final String id;

        KeyedMessage(Session session, String key, String from) {
            super(session);
            this.id = "<" + key + from.substring(from.indexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
