package io.lijevak.process;

/**
 * A process about records other than deals, which follows a route of its own instead of a deal type.
 *
 * @param key its name in addresses: small letters, digits and dashes
 * @param name what people call it
 * @param subjectKind the word of {@link Subject#kind()} of its records
 * @param useAllowed whether new records may follow it
 * @param byDefault whether new records follow it unless another is named; one of each kind does
 * @param version of its newest route, which new records follow
 * @param revision what a change of its settings must have seen
 */
public record RecordProcess(
        String key,
        String name,
        String subjectKind,
        boolean useAllowed,
        boolean byDefault,
        int version,
        int revision) {}
