package org.kontor.architecture;

import java.util.List;

/** One rule of the design, held against the whole house. Rules keep no state. */
public interface Rule {
    /** What must hold, as a sentence. */
    String says();

    /** Where it does not hold: one line each, naming the place and what to do. Empty where all is well. */
    List<String> breaches(House house);
}
