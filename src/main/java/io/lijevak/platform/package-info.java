/**
 * What any web application of ours would need: money and time, paging, errors, texts, the page frame, the database and
 * its start, jobs. It knows no business notion: "would a bicycle shop need it too?"
 */
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
@NullMarked
package io.lijevak.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
