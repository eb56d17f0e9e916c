package io.lijevak;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The one process: web pages, JSON API, background jobs and, by default, the database it stores into. */
@Modulithic(systemName = "Lijevak")
@SpringBootApplication
public class Lijevak {
    public static void main(String[] arguments) {
        SpringApplication.run(Lijevak.class, arguments);
    }
}
