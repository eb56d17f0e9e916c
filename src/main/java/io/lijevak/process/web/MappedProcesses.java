package io.lijevak.process.web;

import io.lijevak.platform.web.Form;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Processes that have maps: deal types, or those about other records; a key is the last part of an address. */
interface MappedProcesses {
    /** The first part of their addresses. */
    String path();

    String fileName(String key);

    /** The map of a version, without one of the newest. */
    TypeMapPage page(String key, @Nullable Integer version, Form form, CurrentUser user);

    byte[] bpmn(String key, @Nullable Integer version, CurrentUser user);

    /** The number of the version that the file became. */
    int upload(byte[] file, String key, int version, CurrentUser user);

    /** The number of runs carried over, by where to go on from each stage or point that the newest version lacks. */
    int migrate(String key, int from, Map<String, String> mapping, CurrentUser user);
}
