package io.lijevak.funnel;

import java.util.List;

/** Gives further dimensions to group deals by; they may come and go while the application runs. */
public interface DimensionSource {
    List<Dimension> dimensions();
}
