package io.lijevak.process.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A route as a file to be kept, named after its process and version. */
final class BpmnDownload {
    private BpmnDownload() {}

    static ResponseEntity<byte[]> of(byte[] file, String process, @Nullable Integer version) {
        var name = process + (version == null ? "" : "-v" + version) + ".bpmn";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
