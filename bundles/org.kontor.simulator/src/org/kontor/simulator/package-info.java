/**
 * An agency's world on loopback: mail and Bluesky servers with customers who write, read the answers and react.
 *
 * <p>{@link org.kontor.simulator.Simulator} embeds it into a test; {@link org.kontor.simulator.SimulatorMain} runs it as a
 * process of its own.
 */
@NullMarked
package org.kontor.simulator;

import org.jspecify.annotations.NullMarked;
