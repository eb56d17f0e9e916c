package io.lijevak.files;

/** The files of a record changed; published in the transaction of the change. */
public record FilesChanged(FileSubject subject) {}
