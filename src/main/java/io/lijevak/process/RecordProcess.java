package io.lijevak.process;

/**
 * A process about records other than deals, which follows a route of its own instead of a deal type.
 *
 * @param key its name in addresses: small letters, digits and dashes
 * @param name what people call it
 * @param subjectKind the word of {@link Subject#kind()} of its records
 * @param version of its newest route, which new records follow
 */
public record RecordProcess(String key, String name, String subjectKind, int version) {}
