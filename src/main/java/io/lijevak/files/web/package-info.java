/** The files card, uploads and downloads, and their API. */
@NullMarked
package io.lijevak.files.web;

import org.jspecify.annotations.NullMarked;
