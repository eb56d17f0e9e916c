package io.lijevak.platform;

/** There is no such record, or not any more; a page and the API answer 404. */
public final class RecordNotFound extends RuntimeException {
    public RecordNotFound(String kind, Object id) {
        super(kind + " " + id);
    }
}
