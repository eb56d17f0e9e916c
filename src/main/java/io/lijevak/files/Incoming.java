package io.lijevak.files;

import java.nio.file.Path;

/** A file as it came: the name its sender gave, and where its content lies for the moment. */
public record Incoming(String name, Path content) {}
