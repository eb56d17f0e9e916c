package io.lijevak.platform;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Port: questions that people keep under names, implemented by the module that keeps them. */
public interface KeptQuestions {
    /**
     * Questions of some kind.
     *
     * @param names of those that the viewer may open
     * @param others how many the viewer may not
     */
    record Found(List<String> names, long others) {
        public static final Found NONE = new Found(List.of(), 0);

        public boolean isEmpty() {
            return names.isEmpty() && others == 0;
        }
    }

    /** The questions whose parameters are such; a word that stands in all of them lets few be read. */
    Found asking(String word, Predicate<Map<String, String>> such, Viewer viewer);
}
