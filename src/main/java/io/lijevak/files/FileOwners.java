package io.lijevak.files;

import io.lijevak.platform.RecordNotFound;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The owners by the kind of their records. */
@Component
public class FileOwners {
    private final Map<String, FileOwner> byKind;

    FileOwners(List<FileOwner> owners) {
        byKind = owners.stream().collect(Collectors.toMap(FileOwner::kind, Function.identity()));
    }

    public FileOwner of(FileSubject subject) {
        var owner = byKind.get(subject.kind());
        if (owner == null) {
            throw new RecordNotFound(subject.kind(), subject.id());
        }
        return owner;
    }
}
