package io.lijevak.funnel;

import io.lijevak.users.CurrentUser;
import java.util.List;

/** Gives further dimensions to group deals by; they may come and go while the application runs. */
public interface DimensionSource {
    /** Those that the viewer may group by. */
    List<Dimension> dimensions(CurrentUser viewer);
}
