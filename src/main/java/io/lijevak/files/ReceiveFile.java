package io.lijevak.files;

import io.lijevak.users.CurrentUser;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a file that came with a form which may still be refused, so that it need not be sent again: the form carries on
 * its token, and {@link AttachFile#received} attaches it in the transaction of the form's work.
 */
@Component
public class ReceiveFile {
    private final Contents contents;
    private final ReceivedFiles received;

    ReceiveFile(Contents contents, ReceivedFiles received) {
        this.contents = contents;
        this.received = received;
    }

    /** The token of the file. */
    @Transactional
    public String keep(Incoming file, CurrentUser user) {
        return received.add(contents.keep(file), user);
    }

    /** The name of a file the user sent, if the token still holds. */
    @Transactional(readOnly = true)
    public Optional<String> name(String token, CurrentUser user) {
        return received.name(token, user);
    }
}
